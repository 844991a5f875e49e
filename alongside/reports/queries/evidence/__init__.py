"""What the record holds to a standard: probes, signs, and the two accounts, counted once for every standard."""

from . import afterwards, before, figured, needs  # noqa: F401  they put their probes into the registry
from .base import PROBES, Probe
from .counting import Evidence, evidence_for, evidence_of_whole, evidence_without_signs

__all__ = ["PROBES", "Evidence", "Probe", "evidence_for", "evidence_of_whole", "evidence_without_signs"]
