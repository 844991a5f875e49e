"""The two ways in which the product says no. Middleware in `config` turns both into pages."""


class NotYours(Exception):
    """Not there, or not theirs to see: a 404, the same for both."""


class Refused(Exception):
    """A rule that says why not. The sentence is for the person who reads it and says what to do."""

    def __init__(self, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = str(reason)
        self.field = field
