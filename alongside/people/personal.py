"""What the register holds about somebody: all of it can be taken away, and all of it can be blanked."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline, move
from alongside.audit.services import erase as erase_from_log
from alongside.core.actor import Actor

from . import models, queries
from .models import (
    RATHER_NOT,
    AccessNeed,
    Channel,
    Consent,
    Hearing,
    Limits,
    NameToken,
    Offer,
    Pause,
    Person,
    PersonStatus,
    PolicyRead,
    TrainingDone,
    Wish,
    WishedFor,
)
from .services.equality import forget_equality

_LINE = {"recorded_at", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "Person": {"user", "name", "called", "route_in", "facilitator", "salt", "recorded_by"},
    "PersonStatus": {"recorded_by"},
    "NameToken": {"digest"},
    "Channel": {"address", "recorded_by"},
    "Hearing": {"days", "from_time", "until_time", "on_the_phone", "recorded_by"},
    "Consent": {"wording", "recorded_by", "withdrawn_by"},
    "AccessNeed": {"words", "recorded_by"},
    "Offer": {"words", "recorded_by"},
    "Pause": {"since", "until", "ended_on", "recorded_by"},
    "Training": set(),
    "TrainingDone": {"recorded_by"},
    "Wish": {"ways", "hear", "recorded_by"},
    "WishedFor": {"kind", "unit"},
    "Limits": {"per_year", "rest_days", "words", "recorded_by"},
    # Apart from the register, under a keyed digest of whose it is and what was asked (docs/decisions/0032).
    "EqualityAnswer": {"key", "choice", "words"},
    "PolicyRead": {"person", "user", "recorded_by"},
    "StaffTraining": {"user", "recorded_by"},
}
HARMLESS: dict[str, set[str]] = {
    # `source` is a keyed digest: it stays, so that the next list does not bring back who was forgotten.
    "Person": {"id", "organisation", "code", "state", "joined_on", "source", "erased_on", *_LINE},
    "PersonStatus": {"id", "person", "state", "effective_on", *_LINE},
    "NameToken": {"id", "person"},
    "Channel": {"id", "person", "kind", "preferred", "stopped_on", "stopped_why", *_LINE},
    "Hearing": {*{"id", "person", "often", "answers_at_once", "leave_word", "quote_email", "quote_post"}, *_LINE},
    "Consent": {
        *{"id", "person", "purpose", "given_on", "expires_on", "withdrawn_on", "withdrawn_medium", "replaced_on"},
        *_LINE,
    },
    "AccessNeed": {"id", "person", "code", "kind", "review_on", "ended_on", *_LINE},
    "Offer": {"id", "person", "code", "kind", "ended_on", *_LINE},
    "Pause": {"id", "person", *_LINE},
    "Training": {"id", "organisation", "code", "name", "lasts_months", "in_use"},
    "TrainingDone": {"id", "person", "code", "training", "done_on", "expires_on", "struck_on", *_LINE},
    "Wish": {"id", "person", *_LINE},
    "WishedFor": {"id", "wish"},
    "Limits": {"id", "person", *_LINE},
    "EqualityQuestion": {"id", "organisation", "code", "name", "place", "in_use"},
    "EqualityWording": {
        *{"id", "question", "number", "text", "choices", "own_words", "source", "from_day"},
        *{*_LINE, "recorded_by"},
    },
    "PolicyRead": {"id", "version", "read_on", *_LINE},
    "StaffTraining": {"id", "code", "training", "done_on", "expires_on", "struck_on", *_LINE},
    "EqualityAnswer": {"id", "question", "wording", "quarter", "counted_in"},
    "EqualityPopulation": {"id", "question", "who", "source", "counted_on", "shares", *_LINE, "recorded_by"},
    "EqualityCount": {
        *{"id", "organisation", "number", "period", "first", "last", "counted_on", "least", "result", "answers"}
    },
}
_KEPT_WITH = ("recorded_at", "medium")
EXPORTED: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "where_you_stood": (PersonStatus, ("state", "effective_on", *_KEPT_WITH)),
    "how_to_reach_you": (Channel, ("kind", "address", "preferred", "stopped_on", "stopped_why", *_KEPT_WITH)),
    "how_you_want_to_hear": (
        Hearing,
        (
            *("often", "answers_at_once", "days", "from_time", "until_time", "on_the_phone", "leave_word"),
            *("quote_email", "quote_post", *_KEPT_WITH),
        ),
    ),
    "what_you_allow": (
        Consent,
        (
            "purpose",
            "wording",
            "given_on",
            "expires_on",
            "withdrawn_on",
            "withdrawn_medium",
            "replaced_on",
            *_KEPT_WITH,
        ),
    ),
    "what_you_need": (AccessNeed, ("kind", "words", "review_on", "ended_on", *_KEPT_WITH)),
    "what_you_offer": (Offer, ("kind", "words", "ended_on", *_KEPT_WITH)),
    "training_you_did": (TrainingDone, ("name", "done_on", "expires_on", "struck_on", *_KEPT_WITH)),
    "what_you_want": (Wish, ("ways", "hear", "wanted", *_KEPT_WITH)),
    "how_much_is_enough": (Limits, ("per_year", "rest_days", "words", *_KEPT_WITH)),
    "pauses": (Pause, ("since", "until", "ended_on", *_KEPT_WITH)),
}


def export(person_id: int) -> dict[str, Any]:
    """Everything the register holds about somebody, as JSON types, with who wrote each part down."""
    person = Person.objects.select_related("organisation", "user", "facilitator").get(pk=person_id)
    facts = {
        "organisation": person.organisation.name,
        "name": person.name,
        "called": person.called,
        "sign_in": person.user.email if person.user else None,
        "route_in": person.route_in,
        "facilitator": person.facilitator.get_full_name() if person.facilitator else None,
        "state": person.state,
        "joined_on": person.joined_on.isoformat(),
    }
    about = {"what_you_said_about_yourself": _equality(person), "policies_you_read": _policies(person)}
    return {**facts, **{name: _rows(person_id, *shape) for name, shape in EXPORTED.items()}, **about}


def _equality(person: Person) -> list[dict[str, Any]]:
    """Kept apart from everything above, and found again for the copy that only they can take."""
    return [
        {
            "asked": row.wording.text,
            "answered": row.choice if row.choice != RATHER_NOT else _("I would rather not say"),
            "in_your_own_words": row.words,
        }
        for row in queries.answers_of_person(person.pk, person.organisation_id)
    ]


def _rows(person_id: int, model: type[Any], fields: tuple[str, ...]) -> list[dict[str, Any]]:
    rows = model.objects.filter(person=person_id).select_related("recorded_by").order_by("id")
    return [{**{name: _plain(getattr(row, name)) for name in fields}, "written_by": _writer(row)} for row in rows]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _writer(row: Any) -> str | None:
    return row.recorded_by.get_full_name() if row.recorded_by else None


def _policies(person: Person) -> list[dict[str, Any]]:
    rows = PolicyRead.objects.filter(person=person).select_related("version__policy").order_by("id")
    return [
        {
            "policy": row.version.policy.title,
            "version": row.version.number,
            "read_on": row.read_on.isoformat(),
            "medium": row.medium,
        }
        for row in rows
    ]


@transaction.atomic
def erase(person_id: int, by: Actor) -> None:
    """Blank what says who they are and what they told us. The row stays, so that what others did still stands."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    if person.erased_on is not None:
        return
    today = timezone.localdate()
    WishedFor.objects.filter(wish__person=person).delete()
    forget_equality(person)
    PolicyRead.objects.filter(person=person).delete()
    for model in (Channel, Hearing, NameToken, Pause, Wish, Limits):
        model._default_manager.filter(person=person).delete()
    for words in (AccessNeed, Offer):
        words._default_manager.filter(person=person, ended_on__isnull=True).update(ended_on=today)
        words._default_manager.filter(person=person).update(words="")
    Consent.objects.filter(person=person, withdrawn_on__isnull=True, replaced_on__isnull=True).update(
        withdrawn_on=today, withdrawn_by=by.user_id, withdrawn_medium=byline(by)["medium"]
    )
    if person.state != models.LEFT:
        move(person, models.LEFT, lifecycle=models.PERSON, statuses=PersonStatus, by=by)
    _unlink_account(person)
    for name in ("name", "called", "route_in", "salt"):
        setattr(person, name, "")
    person.user = person.facilitator = None
    person.erased_on = today
    person.save()
    _erase_log(person, by)


def _unlink_account(person: Person) -> None:
    """What they wrote down themselves no longer leads to their account."""
    if person.user is None:
        return
    for model in (PersonStatus, Consent, AccessNeed, Offer, TrainingDone):
        model._default_manager.filter(person=person, recorded_by=person.user).update(recorded_by=None)
    Consent.objects.filter(person=person, withdrawn_by=person.user).update(withdrawn_by=None)


def _erase_log(person: Person, by: Actor) -> None:
    targets = {"people.person": [person.code]}
    targets["people.accessneed"] = list(AccessNeed.objects.filter(person=person).values_list("code", flat=True))
    targets["people.offer"] = list(Offer.objects.filter(person=person).values_list("code", flat=True))
    trainings = TrainingDone.objects.filter(person=person)
    targets["people.trainingdone"] = list(trainings.values_list("code", flat=True))
    for target_type, codes in targets.items():
        if codes:
            erase_from_log(by=by, target_type=target_type, targets=codes, why="forgotten at their wish")
