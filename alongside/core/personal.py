PERSONAL: dict[str, set[str]] = {}
HARMLESS = {
    "Once": {"token", "location", "at"},
    "Tally": {"key", "until", "count"},
    "Ran": {"name", "began_at", "ended_at"},
}
