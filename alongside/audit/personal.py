"""Nothing here is personal: opaque numbers and commitments. Facts hold codes, states and dates."""

PERSONAL: dict[str, set[str]] = {}
HARMLESS: dict[str, set[str]] = {
    "Event": {
        "id",
        "chain",
        "seq",
        "at",
        "room",
        "name",
        "actor_kind",
        "actor_id",
        "on_behalf_of",
        "medium",
        "target_type",
        "target",
        "commitment",
        "previous",
        "hash",
    },
    "Content": {"event", "salt", "facts"},
    "Row": {"id", "event", "number", "target", "commitment"},
    "Head": {"chain", "seq", "hash"},
}
