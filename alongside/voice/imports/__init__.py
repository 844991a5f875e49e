"""Bringing in what was said elsewhere: a survey, a comments box, another system."""

from .bringing import KIND, run_import
from .columns import FIELDS

__all__ = ["FIELDS", "KIND", "run_import"]
