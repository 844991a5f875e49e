"""Message texts are personal: erasing somebody blanks every message that was written to them."""

from .models import Message

PERSONAL = {"Message": {"to_person", "to_user", "subject", "body", "link"}}
HARMLESS = {
    "Message": {
        "id",
        "code",
        "organisation_number",
        "kind",
        "key",
        "state",
        "reason",
        "attempts",
        "created_at",
        "not_before",
        "claimed_at",
        "sent_at",
        "channel",
    }
}


def export(person_id: int) -> list[dict[str, str]]:
    rows = Message.objects.filter(to_person=person_id).order_by("created_at")
    return [{"on": m.created_at.isoformat(), "subject": m.subject, "text": m.body} for m in rows]


def erase(person_id: int) -> int:
    rows = Message.objects.filter(to_person=person_id)
    rows.filter(state__in=["queued", "held", "failed", "sending"]).update(state="dropped")
    return rows.update(subject="", body="", link="")
