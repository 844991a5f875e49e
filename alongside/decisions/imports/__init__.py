"""Bringing in the decisions an organisation has already written down: its recruitment list, its board calendar."""

from .columns import FIELDS
from .planning import Plan, plan_calendar, plan_decisions
from .running import KIND, run_import
from .world import Choices

__all__ = ["FIELDS", "KIND", "Choices", "Plan", "plan_calendar", "plan_decisions", "run_import"]
