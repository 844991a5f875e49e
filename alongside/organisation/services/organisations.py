"""Making an organisation, and what stands on its public page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.models import Once

from .. import rules
from ..events import OrganisationEvent as Event
from ..models import Kind, Level, Membership, Organisation, Settings, Unit
from .locks import locked
from .roles import give_role

STARTER_KINDS = (
    *(gettext_lazy("Recruitment"), gettext_lazy("Board business"), gettext_lazy("Job-role design")),
    *(gettext_lazy("Policy"), gettext_lazy("Budget"), gettext_lazy("Procurement"), gettext_lazy("Service design")),
    *(gettext_lazy("Commissioning"), gettext_lazy("Training"), gettext_lazy("Complaints")),
    *(gettext_lazy("Quality audit"), gettext_lazy("Research"), gettext_lazy("Partnership"), gettext_lazy("Other")),
)
FIRST = "the first organisation"
DESCRIPTION = ("name", "about", "complain", "help_now", "nation")


@transaction.atomic
def make_organisation(
    *,
    name: str,
    slug: str,
    nation: str,
    administrator_email: str,
    administrator_name: str,
    by: Actor,
    invite: bool = True,
) -> Organisation:
    """An organisation that can be used at once: settings, a board, kinds of decision, an administrator."""
    rules.check_can_make_organisation(by)
    rules.check_slug(slug, taken=Organisation.objects.filter(slug=slug).exists())
    rules.check_nation(nation)
    organisation = Organisation.objects.create(name=name, slug=slug, nation=nation)
    here = replace(by, organisation_id=organisation.pk)
    _furnish(organisation, here)
    audit.record(Event.MADE, by=here, target=organisation, facts={"slug": slug, "nation": nation})
    give_role(email=administrator_email, name=administrator_name, role="administrator", by=here, invite=invite)
    return organisation


def _furnish(organisation: Organisation, by: Actor) -> None:
    Settings.objects.create(organisation=organisation, **byline(by))
    top = Unit(organisation=organisation, name=_("Board"), level=Level.BOARD)
    top.path = f"/{top.code}/"
    top.save()
    Kind.objects.bulk_create(
        Kind(organisation=organisation, slug=slugify(str(kind)), name=str(kind)) for kind in STARTER_KINDS
    )


@transaction.atomic
def make_first_organisation(**values: Any) -> Membership:
    """The same, only while there is none. Of two at once the second waits here and is then refused.

    Returns the administrator's membership: somebody has to be signed in.
    """
    Once.objects.get_or_create(token=FIRST)
    if Organisation.objects.exists():
        raise Refused(_("Somebody else has just made the first organisation. Sign in to go on."))
    organisation = make_organisation(**values, invite=False)
    return Membership.objects.select_related("user", "organisation").get(organisation=organisation)


@transaction.atomic
def describe(*, by: Actor, seen: int | None = None, **changes: str) -> Organisation:
    """Change some of name, about, complain, help_now and nation."""
    if unknown := changes.keys() - set(DESCRIPTION):
        raise TypeError(f"An organisation is not described by {', '.join(sorted(unknown))}.")
    organisation = locked(by)
    rules.check_can_set_up(by)
    if seen is not None and seen != organisation.version:
        raise Refused(_("Somebody changed this while you wrote. Your words are still here: look at both."), "seen")
    if "nation" in changes:
        rules.check_nation(changes["nation"])
    changed = [field for field, value in changes.items() if getattr(organisation, field) != value]
    if not changed:
        return organisation
    for field in changed:
        setattr(organisation, field, changes[field])
    organisation.version += 1
    organisation.save(update_fields=[*changed, "version"])
    audit.record(Event.DESCRIBED, by=by, target=organisation, facts={"changed": sorted(changed)})
    return organisation
