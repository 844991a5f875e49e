"""Taking down for the yearly account, and for the board pack."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from .. import taken_down_forms as forms
from ..models import AccountReply, BoardPack, PackPiece, PublicAccount
from ..models.accounts import REPLY_STATES, SHOWN
from ..models.packs import PACK_PIECE_STATES, READY
from ..packs.board import by_of
from ..packs.printing import title_of
from ..queries import accounts, packs
from ..queries import taken_down as queries
from ..rules import packs as pack_rules
from ..rules import taking_down as rules
from ..services import taking_down as services
from . import taken_down as shared
from .packs import period_of
from .taken_down import Paper


def _account(request: Any, org: str, year: str) -> tuple[PublicAccount, Paper]:
    rules.check_takes_down(request.actor)
    account = accounts.account_shown(request.actor, year)
    return account, Paper(
        name=_("The account of %(year)s") % {"year": year},
        page=f"/{org}/account/{year}/",
        form=forms.TakeDownReplyForm,
        rows=queries.replies_for(request.actor, account),
        begin=partial(services.take_down_reply, account=account),
        anew=lambda row, **data: services.take_down_reply_anew(reply=row, **data),
        back=lambda row, by: services.take_back_reply_for(reply=row, by=by),
        name_of=lambda row: row.name or _("Somebody who takes part"),
        shown_on="shown_on",
        there=REPLY_STATES[SHOWN],
    )


def replies(request: Any, org: str, year: str) -> HttpResponse:
    return shared.listed(request, _account(request, org, year)[1])


def reply_new(request: Any, org: str, year: str) -> HttpResponse:
    return shared.take_down(request, _account(request, org, year)[1])


def _reply(request: Any, org: str, year: str, code: str) -> tuple[Paper, AccountReply]:
    account, paper = _account(request, org, year)
    return paper, queries.reply_for(request.actor, account, code)


def reply(request: Any, org: str, year: str, code: str) -> HttpResponse:
    return shared.one(request, *_reply(request, org, year, code))


def reply_anew(request: Any, org: str, year: str, code: str) -> HttpResponse:
    return shared.anew(request, *_reply(request, org, year, code))


def reply_back(request: Any, org: str, year: str, code: str) -> HttpResponse:
    return shared.back(request, *_reply(request, org, year, code))


def _pack(request: Any, org: str, period: str) -> tuple[BoardPack | None, Paper]:
    rules.check_takes_down(request.actor)
    days = period_of(request, period)
    pack = packs.pack_of(request.organisation.pk, days)
    return pack, Paper(
        name=title_of(days.name),
        page=f"/{org}/packs/{period}/",
        form=forms.TakeDownPieceForm,
        rows=queries.pieces_for(request.actor, pack),
        begin=partial(services.take_down_piece, organisation=request.organisation, period=days),
        anew=lambda row, **data: services.take_down_piece_anew(piece=row, **data),
        back=lambda row, by: services.take_back_piece_for(piece=row, by=by),
        name_of=by_of,
        shown_on="ready_on",
        there=PACK_PIECE_STATES[READY],
        check_open=lambda: pack_rules.check_open(pack),
    )


def pieces(request: Any, org: str, period: str) -> HttpResponse:
    return shared.listed(request, _pack(request, org, period)[1])


def piece_new(request: Any, org: str, period: str) -> HttpResponse:
    return shared.take_down(request, _pack(request, org, period)[1])


def _piece(request: Any, org: str, period: str, code: str) -> tuple[Paper, PackPiece]:
    pack, paper = _pack(request, org, period)
    return paper, queries.piece_for(request.actor, pack, code)


def piece(request: Any, org: str, period: str, code: str) -> HttpResponse:
    return shared.one(request, *_piece(request, org, period, code))


def piece_anew(request: Any, org: str, period: str, code: str) -> HttpResponse:
    return shared.anew(request, *_piece(request, org, period, code))


def piece_back(request: Any, org: str, period: str, code: str) -> HttpResponse:
    return shared.back(request, *_piece(request, org, period, code))
