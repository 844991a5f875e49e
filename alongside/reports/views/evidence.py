"""The record shown against standards, and the standards that an organisation adds."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.candour.queries.of_days import signs_read
from alongside.core import pages, periods
from alongside.core.errors import NotYours

from .. import evidence_words, queries, rules, services
from ..queries import evidence, standards
from ..standard_forms import AddStandardForm, RemoveStandardForm
from .figures import around, scope_of


def index(request: Any, org: str) -> HttpResponse:
    context = {
        "title": _("Evidence, shown against standards"),
        "listed": standards.standards_for(request.actor),
        "reads": rules.can_see_figures(request.actor),
        "keeps": rules.can_keep_standards(request.actor),
    }
    return pages.page(request, "reports/evidence.html", context)


def pack(request: Any, org: str, slug: str) -> HttpResponse:
    rules.check_can_see_figures(request.actor)
    listed = standards.standard_for(request.actor, slug)
    if listed.standard is None:  # it stands on the list of standards, with what is wrong in it
        raise NotYours
    scope = scope_of(request, periods.YEAR)
    found = evidence.evidence_for(request.actor, scope)
    reader = evidence_words.Reader(request.actor, org, not scope.period.is_over(scope.today))
    wanted = {name for point in listed.standard.points for name in point.signs}
    signs = signs_read(request.actor, tuple(each for each in found.findings if each[0].slug in wanted), org)
    points = evidence_words.shown(listed.standard, found, signs, reader, queries.reasons_of(scope))
    context = {
        "title": _("%(standard)s: %(period)s") % {"standard": listed.standard.name, "period": found.sheet.period_name},
        "back": (_("Evidence, shown against standards"), f"/{org}/evidence/"),
        "listed": listed,
        "standard": listed.standard,
        "sheet": found.sheet,
        "evidence": found,
        "points": points,
        "hows": list(dict.fromkeys(each for point in points for each in point.how)),
        **around(request, scope, 0),
    }
    return pages.page(request, "reports/evidence_pack.html", context)


def file(request: Any, org: str, slug: str) -> HttpResponse:
    """To read, to keep, or to begin another one from."""
    content = standards.content_of(standards.standard_for(request.actor, slug))
    name = f'attachment; filename="{slug}.toml"'
    return HttpResponse(content, content_type="application/toml", headers={"Content-Disposition": name})


def add(request: Any, org: str) -> HttpResponse:
    rules.check_can_keep_standards(request.actor)
    form = AddStandardForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.add_standard(content=data["file"].read(), by=request.actor),
        then=f"/{org}/evidence/",
        note=_("Saved. The record is shown against it from now on."),
    )
    context = {
        "title": _("Add a standard"),
        "form": form,
        "back": (_("Evidence, shown against standards"), f"/{org}/evidence/"),
        "names": evidence_words.names(),
    }
    return done or pages.page(request, "reports/evidence_add.html", context)


def remove(request: Any, org: str, slug: str) -> HttpResponse:
    own = standards.own_to_keep(request.actor, slug)
    form = RemoveStandardForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.remove_standard(standard=own, by=request.actor),
        then=f"/{org}/evidence/",
        note=_("Removed. The record itself is as it was."),
    )
    listed = standards.standard_for(request.actor, slug)
    name = listed.standard.name if listed.standard else slug
    context = {
        "title": _("Remove “%(name)s”?") % {"name": name},
        "text": _("Nothing is shown against it any more. The record stays as it is, and the file can be added again."),
        "form": form,
        "button": _("Remove it"),
        "danger": True,
        "back": (_("Evidence, shown against standards"), f"/{org}/evidence/"),
    }
    return done or pages.page(request, "core/confirm.html", context)
