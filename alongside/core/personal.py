PERSONAL: dict[str, set[str]] = {}
HARMLESS = {"Once": {"token", "location", "at"}, "Tally": {"key", "until", "count"}}
