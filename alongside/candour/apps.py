from django.apps import AppConfig


class CandourConfig(AppConfig):
    name = "alongside.candour"
    label = "candour"
