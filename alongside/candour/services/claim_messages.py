"""What is written to those who were there, and to whoever made a claim."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.post import services as post

from ..models import Account, ClaimText, Signature
from ..models.claims import DISPUTED, SIGNED


def _key(signature: Signature) -> str:
    return f"claim-asked:{signature.code}"


def to_somebody_asked(signature: Signature) -> None:
    """What it says, what they can do, by when it helps us; and that saying nothing is not a yes."""
    text = signature.text
    claim = text.claim
    again = _("It says something else now, so we ask you again. What you said of the old words stays with them.")
    post.queue(
        "claim_asked",
        organisation=claim.organisation_id,
        to_person=signature.person_id,
        subject=_("Is this true? You were there"),
        body="\n\n".join(
            each
            for each in (
                again if text.number > 1 else "",
                _("%(who)s wants to say this where others read it (%(where)s):")
                % {"who": claim.organisation.name, "where": claim.audience},
                f"“{text.text}”",
                _(
                    "You were there. You can sign it, sign it with words of your own, say no, or say that it is "
                    "not true."
                ),
                _("You choose if your name stands there."),
                _(
                    "It helps us to hear from you by %(day)s. If you say nothing, that is not a yes: it never counts "
                    "as one. You can answer later, too, and change your mind at any time."
                )
                % {"day": long_day(text.reply_by)},
            )
            if each
        ),
        link=f"/me/claims/{signature.code}/",
        key=_key(signature),
    )


def to_remind(signature: Signature) -> bool:
    text = signature.text
    made = post.queue(
        "claim_reminder",
        organisation=text.claim.organisation_id,
        to_person=signature.person_id,
        subject=_("Is this true? You can still say"),
        body=_(
            "%(who)s says: “%(text)s”\n\nYou were there. It helps us to hear from you by %(day)s. If you say nothing, "
            "that is not a yes, and we do not ask you about these words again."
        )
        % {"who": text.claim.organisation.name, "text": text.text, "day": long_day(text.reply_by)},
        link=f"/me/claims/{signature.code}/",
        key=f"claim-reminder:{signature.code}",
    )
    return made is not None


def to_those_who_said_something(text: ClaimText) -> None:
    """Whoever stood behind it, or said that it is not true, hears that it is no longer said."""
    said = Signature.objects.filter(text=text, person__isnull=False, state__in=[SIGNED, DISPUTED])
    for signature in said.order_by("id"):
        post.queue(
            "claim_ended",
            organisation=text.claim.organisation_id,
            to_person=signature.person_id,
            subject=_("They no longer say this"),
            body=_(
                "%(who)s no longer says: “%(text)s”\n\nWhat you said of it stays with it. You can take it back at any "
                "time."
            )
            % {"who": text.claim.organisation.name, "text": text.text},
            link=f"/me/claims/{signature.code}/",
            key=f"claim-ended:{signature.code}",
        )


def drop_asked(text: ClaimText) -> None:
    """Questions that have not gone out yet are about words that nobody says any more."""
    rows = list(Signature.objects.filter(text=text))
    keys = [key for row in rows for key in (_key(row), f"claim-reminder:{row.code}")]
    post.drop_keys(text.claim.organisation_id, keys)


def to_maker(text: ClaimText, kind: str, subject: str, body: str, key: str | None = None) -> None:
    claim = text.claim
    if text.recorded_by_id is None:
        return
    post.queue(
        kind,
        organisation=claim.organisation_id,
        to_user=text.recorded_by_id,
        subject=subject,
        body=body,
        link=f"/{claim.organisation.slug}/candour/claims/{claim.code}/",
        key=key,
    )


def to_maker_that_it_is_disputed(text: ClaimText) -> None:
    to_maker(
        text,
        "claim_disputed",
        _("Somebody who was there says that your claim is not true"),
        _("It prints as disputed from now on, wherever it stands. You can reply once. Their words stay as they are."),
    )


def to_maker_that_it_lapsed(text: ClaimText) -> None:
    to_maker(
        text,
        "claim_lapsed",
        _("Your claim may not be said any more"),
        _("What it rests on is no longer so, or its day has passed. Take it away where it is printed, or say it anew."),
        key=f"claim-lapsed:{text.code}",
    )


def to_author_of(account: Account) -> None:
    """Somebody replied to what they said."""
    signature = account.signature
    if signature is None or signature.person_id is None:
        return
    post.queue(
        "claim_reply",
        organisation=account.text.claim.organisation_id,
        to_person=signature.person_id,
        subject=_("Somebody replied to what you said"),
        body=_(
            "You said what you think of a claim, and there is a reply. Both stay side by side. You need do nothing."
        ),
        link=f"/me/claims/{signature.code}/",
    )


def to_somebody_written_down(signature: Signature) -> None:
    """Staff wrote down what they said: they read it, and can put it right."""
    post.queue(
        "claim_written_down",
        organisation=signature.text.claim.organisation_id,
        to_person=signature.person_id,
        subject=_("This is what we wrote down for you"),
        body=_(
            "You told us what you think of a claim that %(who)s makes, and somebody wrote it down. Look at it. If it "
            "is not what you said, change it there or tell us: it is yours."
        )
        % {"who": signature.text.claim.organisation.name},
        link=f"/me/claims/{signature.code}/",
    )
