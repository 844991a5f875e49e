from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "alongside.reports"
    label = "reports"

    def ready(self) -> None:
        from alongside.organisation import years

        from .queries.accounts import any_account
        from .queries.packs import any_of_a_year

        years.STANDS += [any_account, any_of_a_year]
