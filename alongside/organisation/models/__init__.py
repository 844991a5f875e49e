"""Organisations, their units and words and clocks, who has which role where, and the function itself: its own posts
and its policies."""

from .function import FunctionHolder, FunctionPost, FunctionPostHours, FunctionTime, Policy, PolicyVersion
from .organisations import (
    SLUG,
    ClosedDay,
    Kind,
    Level,
    Membership,
    Nation,
    Organisation,
    ReservedKind,
    Settings,
    SigningKey,
    Unit,
)

__all__ = [
    "SLUG",
    "ClosedDay",
    "FunctionHolder",
    "FunctionPost",
    "FunctionPostHours",
    "FunctionTime",
    "Kind",
    "Level",
    "Membership",
    "Nation",
    "Organisation",
    "Policy",
    "PolicyVersion",
    "ReservedKind",
    "Settings",
    "SigningKey",
    "Unit",
]
