"""The month end, as a story: nothing closes by itself, and a no is shown with the figures."""

from __future__ import annotations

from alongside.core.dates import long_day
from alongside.home.services import run_tasks
from alongside.reports.tests.closing import here_since_long, last_month
from alongside.reports.tests.test_map import decided
from tests import make

from .company import Company

MISSING = "The panel of the second week is not in it. I was on it."
NOW_SO = "Now it is as it was."


def given_a_month_that_is_over(company: Company) -> None:
    here_since_long(company.cast)
    run_tasks()
    company.at["month"] = f"/harbour/periods/{last_month().slug}/"


def given_contributors_have_chosen_who_signs(company: Company) -> None:
    alma = company.coordinator.goes_to("/harbour/desk/").follows("Months, quarters and years")
    alma.follows(last_month().name).reads("Contributors have not chosen anybody")
    alma.follows("Who signs for contributors").presses("Write down whom contributors chose")
    alma.writes("Whom did contributors choose?", "Cora Whitlock").writes("How shall everybody here read", "Cora")
    for n, name in enumerate(("Dev Anand", "Noor"), 1):
        alma.page.locator(f"[name=name{n}]").fill(name)
        alma.page.locator(f"[name=agrees{n}]").select_option("yes")
    alma.writes("How did contributors choose?", "Hands up after lunch.")
    alma.writes("Until which day?", long_day(make.days(400))).presses("Save").reads("Signs now.")


def when_the_coordinator_checks_and_signs(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["month"]).reads("Nothing closes by itself")
    alma.presses("I have checked the figures").presses("I have checked them").reads("Digest (SHA-256)", "All decisions")
    alma.presses("Sign the figures").writes("Do you want to say something", "Two answers were late.")
    alma.presses("I sign them").reads("Signed by Alma Reyes", "One side has signed")


def then_the_other_side_says_what_is_missing(company: Company) -> None:
    cora = company.cora.goes_to("/me/").follows("Do you sign the figures").reads("Two answers were late.")
    cora.presses("Something is not right").writes("What is not right?", MISSING)
    cora.presses("I do not sign them as they are").reads(MISSING, "It stays open.")


def when_it_is_counted_again_and_both_sign(company: Company) -> None:
    decided(company.cast, last_month().first, opened_on=last_month().first)
    alma = company.coordinator.goes_to(company.at["month"]).reads(MISSING)
    alma.presses("Count it again").presses("Count it again").presses("I have checked the figures")
    alma.presses("I have checked them").reads("1 of 1 (100%)").presses("Sign the figures").presses("I sign them")
    cora = company.cora.goes_to(company.at["month"]).presses("Sign the figures")
    cora.writes("Do you want to say something", NOW_SO).presses("I sign them")


def then_it_is_closed_and_anybody_can_check_it(company: Company) -> None:
    cora = company.cora.reads(
        "Nothing on this page changes any more", "Signed by Cora, whom contributors chose", NOW_SO
    )
    cora.does_not_read("Sign the figures")
    bea = company.board.goes_to(f"/harbour/figures/?period={last_month().slug}")
    bea.follows("What was closed and signed").reads("The seal at the end of the event log")
