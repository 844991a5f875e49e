"""Who may do what: a role for a human, in one unit or in the whole organisation."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User, tidy_email
from alongside.accounts.roles import ROLES
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.post import services as post

from .. import queries, rules
from ..events import OrganisationEvent as Event
from ..models import Membership, Organisation, Unit
from .locks import locked

SIGN_IN = "/accounts/login/"


@transaction.atomic
def give_role(
    *,
    email: str,
    role: str,
    by: Actor,
    name: str = "",
    job: str = "",
    unit: Unit | None = None,
    since: date | None = None,
    invite: bool = True,
) -> Membership:
    """Finds or makes the one User with this e-mail address, and writes to them how to sign in."""
    organisation = locked(by)
    rules.check_can_give_role(by, role, unit)
    user = _user_for(email, name, job)
    if queries.memberships_in(by).filter(user=user, role=role, unit=unit).exists():
        raise Refused(_("This person has this role already."), field="role")
    membership = Membership.objects.create(
        organisation=organisation,
        user=user,
        called=" ".join(name.split()),
        role=role,
        unit=unit,
        since=since or timezone.localdate(),
        **byline(by),
    )
    if invite:
        _tell(organisation, user, role)
    facts = {"user": user.code, "role": role, "unit": unit.code if unit else ""}
    audit.record(Event.ROLE_GIVEN, by=by, target=membership, facts=facts)
    return membership


def _user_for(email: str, name: str, job: str) -> User:
    """One User per human: somebody whom another organisation entered keeps the name they have."""
    address = tidy_email(email)
    user = User.objects.filter(email=address).first()
    if user is None:
        return User.objects.create_user(address, name=name, job=job)
    if not user.is_active:
        raise Refused(_("Nobody can sign in with this e-mail address any more. Use another."), field="email")
    return user


def _what_for(organisation: Organisation, role: str) -> str:
    """Whoever takes part is told what they find there, not which role they were given."""
    if role == "contributor":
        words = _(
            "You have a page of your own at %(organisation)s now. There you see what is open, say what you think, "
            "see what came of it, and change what is kept about you."
        )
        return words % {"organisation": organisation.name}
    given = ROLES[role]
    words = _(
        "%(organisation)s has given you the role “%(role)s” in Alongside.\n\nWhat you can do there: %(description)s"
    )
    return words % {"organisation": organisation.name, "role": given.name, "description": given.description}


def _tell(organisation: Organisation, user: User, role: str) -> None:
    how = _(
        "To sign in, follow the link and write this e-mail address. We send you a code. "
        "There is no password to remember."
    )
    post.queue(
        "role_given",
        organisation=organisation.pk,
        to_user=user.pk,
        subject=_("You can sign in to %(organisation)s") % {"organisation": organisation.name},
        body=f"{_what_for(organisation, role)}\n\n{how}",
        link=SIGN_IN,
    )


@transaction.atomic
def end_role(*, membership: Membership, by: Actor) -> Membership:
    """From now on. The last administrator cannot be ended: nobody could let anybody in again."""
    locked(by)
    membership = queries.membership_for(by, membership.code)
    rules.check_can_end_role(by, membership, _other_administrators(membership))
    membership.until = max(timezone.localdate(), membership.since)
    membership.save(update_fields=["until"])
    facts = {"user": membership.user.code, "role": membership.role}
    audit.record(Event.ROLE_ENDED, by=by, target=membership, facts=facts)
    return membership


def _other_administrators(membership: Membership) -> int:
    """Those who can sign in today and stay."""
    rows = Membership.objects.filter(queries.held_on(timezone.localdate()), organisation=membership.organisation_id)
    rows = rows.filter(role="administrator", user__is_active=True, until__isnull=True)
    return rows.exclude(pk=membership.pk).count()


@transaction.atomic
def stop_taking_part(*, user: User, by: Actor) -> int:
    """End somebody's role as a contributor here, at their own wish. Returns how many roles ended."""
    if by.user_id != user.pk and by.on_behalf_of is None:
        raise Refused(_("Only the person can ask for this."))
    rows = Membership.objects.filter(organisation=by.organisation_id, user=user, role="contributor", until=None)
    ended = list(rows.select_for_update(no_key=True))
    for membership in ended:
        membership.until = max(timezone.localdate(), membership.since)
        membership.save(update_fields=["until"])
        audit.record(Event.ROLE_ENDED, by=by, target=membership, facts={"user": user.code, "role": membership.role})
    left = Membership.objects.filter(organisation=by.organisation_id, user=user, until__isnull=False)
    left.update(called="")
    return len(ended)
