"""Message texts are personal: erasing somebody blanks every message that was written to them."""

from .models import SENT, Message

PERSONAL = {
    "Message": {"to_person", "to_user", "subject", "body", "link"},
    "Try": {"by_user"},
    "StaffRhythm": {"user", "often"},
}
HARMLESS = {
    "Message": {
        *("id", "code", "organisation_number", "kind", "key", "state", "reason", "attempts", "created_at"),
        *("not_before", "waits_for", "claimed_at", "handed_at", "batch", "sent_at", "channel", "provider_id"),
        *("checked_at", "delivered_at"),
    },
    "Try": {"id", "message", "at", "channel", "outcome", "why"},
    "StaffRhythm": {"id", "organisation_number"},
}


def export(person_id: int) -> list[dict[str, object]]:
    rows = Message.objects.filter(to_person=person_id).order_by("created_at").prefetch_related("tries")
    return [
        {
            "on": m.created_at.isoformat(),
            "subject": m.subject,
            "text": m.body,
            "how_it_went": [
                {"at": t.at.isoformat(), "by": t.channel, "what": t.get_outcome_display()} for t in m.tries.all()
            ],
        }
        for m in rows
    ]


def erase(person_id: int) -> int:
    """With the number by which whoever carried it could still be asked."""
    rows = Message.objects.filter(to_person=person_id)
    rows.exclude(state=SENT).update(state="dropped")
    return rows.update(subject="", body="", link="", provider_id="", batch="")
