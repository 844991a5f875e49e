"""No table of its own, so nothing to declare."""

PERSONAL: dict[str, set[str]] = {}
HARMLESS: dict[str, set[str]] = {}
