"""First words of addresses that the product uses itself: no organisation may be called so."""

RESERVED_SLUGS = frozenset(
    {"accounts", "admin", "api", "become", "demo", "design", "help", "home"}
    | {"media", "me", "outbox", "signin", "start", "static", "status"}
)
