from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "alongside.people"
    label = "people"

    def ready(self) -> None:
        from alongside.organisation import years

        from .queries import any_counted

        years.STANDS.append(any_counted)
