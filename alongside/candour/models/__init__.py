"""One file for each thing: the limits of signs, and who was asked about them."""

from .limits import LIMIT_FIELDS, AskedAbout, SignLimits

__all__ = ["LIMIT_FIELDS", "AskedAbout", "SignLimits"]
