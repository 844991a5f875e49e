"""What a column may be called, and what stands in it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

# field: names that its column may have, beside its own. Case, spaces and punctuation do not matter.
NAMES: dict[str, Sequence[str]] = {
    "title": ("decision", "what is to be decided", "agenda item", "post", "vacancy", "job title"),
    "kind": ("kind of decision", "type", "category"),
    "unit": ("team", "department", "part of the organisation"),
    "due": ("due on", "due date", "decide by", "by when", "date", "decision date", "interview date", "meeting date"),
    "opened": ("opened on", "open from", "start date", "date opened"),
    "decided": ("decided on", "date decided", "decided date", "closed on", "appointed on"),
    "decider": ("who decides", "decision maker", "decided by"),
    "body": ("board or panel", "committee", "forum"),
    "open": ("what is open", "open part", "what can change", "what can still change"),
    "fixed": ("what is fixed", "fixed part", "what cannot change"),
    "owner": ("owner email", "owner e-mail", "email", "hiring manager email"),
    "trigger": ("why now", "prompted by", "begun by"),
    "reference": ("ref", "id", "vacancy number", "vacancy reference"),
    "outcome": ("what was decided", "result"),
    "reason": ("why so", "reason for the outcome"),
    "without": ("why without people", "reason without people", "taken without people because"),
    "allowed": ("allowed by", "exception allowed by", "allowed by email"),
}

# For people: what to write in each.
FIELDS: dict[str, Any] = {
    "title": _("What is to be decided. Always needed."),
    "kind": _("The kind of decision, by the name it has here. Needed, unless you choose one kind for the whole file."),
    "unit": _("The part of the organisation, by its name. Needed, unless you choose one for the whole file."),
    "due": _("The day it is to be decided by, like 27 March 2026 or 27/03/2026."),
    "opened": _("The day it became known. Today, when there is no column."),
    "decided": _("The day it was decided. Empty while it is not."),
    "decider": _("Who decides."),
    "body": _("The board, panel or group that decides, by the name it has under Seats."),
    "open": _("What can still change."),
    "fixed": _("What cannot."),
    "owner": _("The e-mail address of whoever looks after it."),
    "trigger": _("planned, funding bid, inspection, statutory, incident or contributor led. Planned, when empty."),
    "reference": _(
        "Its number or name in your own system, so that the same decision is known again when its day moves."
    ),
    "outcome": _("What was decided."),
    "reason": _("Why it was decided so."),
    "without": _("For a reserved decision that was taken without people: why."),
    "allowed": _("The e-mail address of whoever allowed that. You, when empty."),
}
