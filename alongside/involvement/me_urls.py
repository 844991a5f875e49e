from django.urls import URLPattern, URLResolver, path

from .views import places

urlpatterns: list[URLPattern | URLResolver] = [path("places/", places.mine)]
