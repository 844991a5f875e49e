"""Reading decisions. Every question starts from who asks; what is reserved is asked of the kind and the day."""

from .lists import Choosable, ListFacts, by_standing, by_uids, choosable, kind_other, list_facts, years_of
from .visible import decision_for, decisions_for, history_of, in_units_of, raised_by, url_of
from .waiting import (
    coming_without_people,
    is_reserved,
    not_reserved,
    not_yet_taken,
    outcomes_owed,
    raised_without_day,
    reserved_now,
    still_reserved,
)
from .years import KindYear, decisions_of_year, exceptions_for, figures, year_by_kind

__all__ = [
    "Choosable",
    "KindYear",
    "ListFacts",
    "by_standing",
    "by_uids",
    "choosable",
    "coming_without_people",
    "decision_for",
    "decisions_for",
    "decisions_of_year",
    "exceptions_for",
    "figures",
    "history_of",
    "in_units_of",
    "is_reserved",
    "kind_other",
    "list_facts",
    "not_yet_taken",
    "not_reserved",
    "outcomes_owed",
    "raised_by",
    "raised_without_day",
    "reserved_now",
    "still_reserved",
    "url_of",
    "year_by_kind",
    "years_of",
]
