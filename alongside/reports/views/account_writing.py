"""For those who write the account: what they write, how it will look, and publishing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.periods import Period

from ..account_forms import AccountForm, PublishForm
from ..models import PublicAccount
from ..queries import account_counts as counts
from ..queries import account_words as words
from ..queries import accounts as queries
from ..rules import accounts as rules
from ..services import accounts as services


def _here(org: str, period: Period, *steps: str) -> str:
    return "/".join([f"/{org}/account/{period.slug}", *steps, ""])


def _asked(request: Any, year: str) -> tuple[Period, PublicAccount | None]:
    rules.check_keeps(request.actor)
    period = queries.year_asked(year, request.clock)
    return period, queries.account_kept(request.actor, period)


def draft(request: Any, org: str, year: str) -> HttpResponse:
    """What will be new in the next version. The rest of the page is made when it is published."""
    period, account = _asked(request, year)
    codes = account.claims if account else []
    context = {
        "title": _("The account of %(year)s, as it is written") % {"year": period.name},
        "account": account,
        "period": period,
        "claims": [text for code, text in queries.claims_to_choose(request.actor) if code in codes],
        "bumps": len(words.bumps_in(request.organisation.pk, period)),
        "changes": len(words.changes_in(request.organisation.pk, period)),
        "closed": counts.is_closed(request.organisation, period),
        "is_over": period.is_over(request.clock.today()),
        "here": _here(org, period),
        "back": (_("Our accounts"), f"/{org}/account/"),
    }
    return pages.unkept(pages.page(request, "reports/account_draft.html", context))


def write(request: Any, org: str, year: str) -> HttpResponse:
    period, account = _asked(request, year)
    names = ("title", "introduction", "claims")
    form = AccountForm.of(
        request,
        claims=queries.claims_to_choose(request.actor),
        initial={name: getattr(account, name) for name in names} if account else {},
        seen=account.version if account else 0,
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.write_account(period=period, by=request.actor, **data),
        then=_here(org, period, "draft"),
        note=_("Saved. Nobody outside reads it before it is published."),
    )
    context = {
        "form": form,
        "title": _("Write the account of %(year)s") % {"year": period.name},
        "button": _("Save"),
        "back": (_("The account as it is written"), _here(org, period, "draft")),
    }
    return done or pages.page(request, "reports/account_form.html", context)


def publish(request: Any, org: str, year: str) -> HttpResponse:
    period, account = _asked(request, year)
    if account is None:
        raise NotYours
    form = PublishForm.of(request, again=account.published > 0, seen=account.version)
    done = pages.submit(
        request,
        form,
        lambda data: services.publish_account(account=account, by=request.actor, **data),
        then=_here(org, period),
        note=_("It is published. Anybody can read it."),
    )
    context = {
        "form": form,
        "title": _("Publish the account of %(year)s?") % {"year": period.name},
        "text": _(
            "Anybody can read it, with your name, for good. Another version can come after it, and says what changed."
        ),
        "closed": counts.is_closed(request.organisation, period),
        "period": period,
        "button": _("Publish it"),
        "back": (_("The account as it is written"), _here(org, period, "draft")),
    }
    return done or pages.page(request, "reports/account_publish.html", context)
