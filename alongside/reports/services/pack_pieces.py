"""What contributors write in a board pack. Each verb is its author's, but for holding back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.periods import Period
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.holding import hold_author
from alongside.post import services as post

from .. import seals
from ..events import ReportsEvent as Event
from ..models import BoardPack, PackPiece, PackPieceStatus
from ..models.packs import ISSUED, PACK_PIECE, READY, TAKEN_BACK
from ..rules import packs as rules
from ..rules import taking_down
from .packs import as_written, begun, hold_year


@transaction.atomic
@audit.together()  # the pack may have to be begun first
def write_piece(
    *,
    organisation: Organisation,
    period: Period,
    words: str,
    named: bool = False,
    seen: int | None = None,
    by: Actor,
) -> PackPiece:
    """Private until its author says that it is ready. Changing what stands in the pack takes that out first: nobody
    reads the new words before their author has said so, and no longer the old ones."""
    rules.check_writes(by, None)
    hold_year(organisation)
    hold_author(by)
    words = as_written(words)
    rules.check_piece(words)
    pack = begun(organisation, period, by)
    rules.check_open(pack)
    piece = _own(pack, by)
    rules.check_seen(piece.version if piece else 0, seen)
    version = piece.version + 1 if piece else 1
    if piece is not None and piece.state == READY:
        blank(piece, by, "written anew")
        piece = None
    if piece is None:
        piece = PackPiece(pack=pack, person_id=by.person_id, **byline(by))
    piece.words, piece.named, piece.version = words, named, version
    put_first(piece, by)
    return piece


def put_first(piece: PackPiece, by: Actor) -> None:
    """As it stands before it is in the pack."""
    fresh = piece.pk is None
    piece.save()
    if fresh:
        begin(piece, statuses=PackPieceStatus, by=by)
    facts = {"pack": piece.pack.code, "version": piece.version}
    audit.record(Event.PIECE_WRITTEN, by=by, target=piece, facts=facts)


@transaction.atomic
def say_piece_ready(*, piece: PackPiece, seen: int | None = None, by: Actor) -> PackPiece:
    """From now on it stands in the pack. The safeguarding lead is told that there is something to read."""
    piece = locked(piece)
    rules.check_ready(by, piece, seen)
    put_in(piece, by)
    return piece


def put_in(piece: PackPiece, by: Actor) -> None:
    """It stands there, and is sealed."""
    organisation = piece.pack.organisation
    today = organisations.clock_of(organisation).today()
    piece.salt, piece.ready_on = new_salt(), today
    move(piece, READY, lifecycle=PACK_PIECE, statuses=PackPieceStatus, by=by, on=today, changed=("salt", "ready_on"))
    audit.record(Event.PIECE_READY, by=by, target=piece, facts={"sealed": seals.seal(piece)})
    for user in organisations.users_with(organisation.pk, "safeguarding"):
        post.queue(
            "piece_to_read",
            organisation=organisation.pk,
            to_user=user.pk,
            subject=_("Somebody wrote in the board pack"),
            body=_("Read it soon: it stands in the pack already. Hold it back only where somebody could be harmed."),
            link=f"/{organisation.slug}/packs/pieces/{piece.code}/",
            key=f"piece {piece.code} {user.pk}",
        )


@transaction.atomic
def take_back_piece(*, piece: PackPiece, by: Actor) -> PackPiece:
    """At any time, also when the board has had it for years. No reason is asked for."""
    piece = locked(piece)
    rules.check_take_back(by, piece)
    blank(piece, by, "taken back")
    return piece


@transaction.atomic
def hold_back_piece(*, piece: PackPiece, why: str, by: Actor) -> PackPiece:
    """Off every page at once, but for its author, who reads why; the pack says that one is held back."""
    piece = locked(piece)
    why = as_written(why)
    rules.check_hold_back(by, piece, why)
    piece.held_on, piece.held_why = organisations.clock_of(piece.pack.organisation).today(), why
    piece.save(update_fields=["held_on", "held_why"])
    audit.record(Event.PIECE_HELD_BACK, by=by, target=piece, facts={"on": piece.held_on.isoformat()})
    has_page = taking_down.signs_in(piece.person)
    told = _("Your page says why. It is still yours.") if has_page else _("Ask us why. It is still yours.")
    _tell(piece, _("What you wrote for the board is held back"), told)
    return piece


@transaction.atomic
def let_piece_go(*, piece: PackPiece, by: Actor) -> PackPiece:
    piece = locked(piece)
    rules.check_hold_back(by, piece, "-")
    piece.held_on, piece.held_why = None, ""
    piece.save(update_fields=["held_on", "held_why"])
    audit.record(Event.PIECE_LET_GO, by=by, target=piece, facts={})
    _tell(piece, _("What you wrote for the board is there again"), _("It is no longer held back."))
    return piece


def forget_pieces(*, person_id: int, by: Actor) -> list[str]:
    """All that somebody wrote goes with them. Returns the codes."""
    rows = PackPiece.objects.select_for_update(of=("self",), no_key=True).select_related("pack__organisation")
    found = list(rows.filter(person=person_id).order_by("id"))
    for piece in found:
        if piece.state != TAKEN_BACK:
            blank(piece, by, "forgotten")
    PackPiece.objects.filter(person=person_id).update(person=None)
    return [piece.code for piece in found]


def blank(piece: PackPiece, by: Actor, why: str) -> None:
    """The words and the salt go, so that nothing can be compared with them any more."""
    sealed, today = piece.state == READY, organisations.clock_of(piece.pack.organisation).today()
    piece.words, piece.salt, piece.named, piece.held_on, piece.held_why = "", "", False, None, ""
    piece.was_given = sealed and piece.pack.state == ISSUED
    piece.taken_back_on, piece.version = today, piece.version + 1
    changed = ("words", "salt", "named", "held_on", "held_why", "was_given", "taken_back_on", "version")
    move(piece, TAKEN_BACK, lifecycle=PACK_PIECE, statuses=PackPieceStatus, by=by, on=today, changed=changed)
    if sealed:
        audit.erase(by=by, target_type=PackPiece._meta.label_lower, targets=[piece.code], why=why)
    audit.record(Event.PIECE_TAKEN_BACK, by=by, target=piece, facts={"why": why})


def _tell(piece: PackPiece, subject: str, body: str) -> None:
    organisation = piece.pack.organisation
    post.queue(
        "piece_held_back",
        organisation=organisation.pk,
        to_person=piece.person_id,
        subject=subject,
        body=body,
        link=f"/{organisation.slug}/packs/{piece.pack.period}/piece/",
    )


def _own(pack: BoardPack, by: Actor) -> PackPiece | None:
    rows = PackPiece.objects.select_for_update(of=("self",), no_key=True).select_related("pack__organisation")
    return rows.filter(pack=pack, person=by.person_id).exclude(state=TAKEN_BACK).first()


def locked(piece: PackPiece) -> PackPiece:
    """The pack first, so that it is not given to the board meanwhile."""
    BoardPack.objects.select_for_update(of=("self",), no_key=True).get(pk=piece.pack_id)
    rows = PackPiece.objects.select_for_update(of=("self",), no_key=True).select_related("pack__organisation", "person")
    return rows.get(pk=piece.pk)
