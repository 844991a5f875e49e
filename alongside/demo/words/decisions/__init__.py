"""DECISIONS: about eighteen months of decisions, in parts by kind.

Keys are stable strings (rec-, board-, sd-, pol-, bud-, proc-, jrd-, comm-, train-, comp-, qa-, res-, part-,
oth-). `kind` and `unit` are keys of words.organisation, `owner`, `raised_by` and `taken_without_by` of
words.people. Days are offsets from today; move a weekend day back to the Friday before and the order holds.
"""

from .board import BOARD_AND_MONEY
from .others import OTHERS
from .recruitment import RECRUITMENT
from .rules import RULES_AND_ROLES
from .services import SERVICES

DECISIONS = RECRUITMENT + BOARD_AND_MONEY + SERVICES + RULES_AND_ROLES + OTHERS

__all__ = ["DECISIONS"]
