"""Who sits on the panel, what they agreed to, who chairs, and who had to stop."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation.models import Organisation

from .. import queries, rules
from ..events import PanelEvent as Event
from ..models import PanelMember, PanelTerms, Place, Recruitment, Round
from ..models.panels import FIRST_WORDING, KEEP_DAYS
from .common import today_in
from .panel_steps import held, open_if_all_in, tell_member


def first_terms(organisation: Organisation, by: Actor) -> PanelTerms:
    """What members agree to until the organisation writes its own words: a row like any other."""
    found = queries.terms_in_force(organisation)
    if found is not None:
        return found
    return PanelTerms.objects.create(
        organisation=organisation, number=1, wording=str(FIRST_WORDING), keep_days=KEEP_DAYS, **byline(by)
    )


@transaction.atomic
def set_terms(*, organisation: Organisation, wording: str, keep_days: int, seen: int, by: Actor) -> PanelTerms:
    """A new version. Whoever agreed before, agreed to the words that they read."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    rules.check_can_set_terms(by, organisation.pk, keep_days)
    before = queries.terms_in_force(organisation)
    if seen != (before.number if before else 0):
        raise Refused(
            _("Somebody changed this while you were writing. Your words are still here: look again, then save."),
            field="seen",
        )
    terms = PanelTerms.objects.create(
        organisation=organisation, number=seen + 1, wording=wording, keep_days=keep_days, **byline(by)
    )
    facts = {"number": terms.number, "keep_days": keep_days, "wording": wording}
    audit.record(Event.TERMS_SET, by=by, target=organisation, facts=facts)
    return terms


@transaction.atomic
def add_member(
    *, recruitment: Recruitment, place: Place | None = None, user: User | None = None, by: Actor
) -> PanelMember:
    """A contributor through their place, or somebody of staff. Whoever had left and comes back, has their old seat."""
    recruitment = held(recruitment)
    rules.check_can_seat(by, recruitment, queries.any_handed_in(recruitment, Round.SCORES))
    if (place is None) == (user is None):
        raise Refused(_("Choose who joins the panel."), field="who")
    before = PanelMember.objects.filter(recruitment=recruitment, place=place, user=user).first()
    if before is not None and before.stood_down_on is None:
        raise Refused(_("They are on the panel already."), field="who")
    member = before or PanelMember(recruitment=recruitment, place=place, user=user, **byline(by))
    rules.check_place(recruitment, member)
    member.stood_down_on, member.stood_down_reason = None, ""
    member.save()
    tell_member(
        recruitment,
        member,
        "panel_joined",
        _("You are on a panel"),
        _("You are on the panel for “%s”. Before you can read about anybody, we ask you to keep it to yourself.")
        % recruitment.decision.title,
    )
    facts = {"recruitment": recruitment.code, "lived_experience": member.lived}
    audit.record(Event.MEMBER_ADDED, by=by, target=member, facts=facts)
    return member


@transaction.atomic
def set_chair(*, member: PanelMember, by: Actor) -> PanelMember:
    """Anybody on the panel can chair it. One does."""
    recruitment = held(member.recruitment)
    member = _seat(member)
    rules.check_can_chair(by, member)
    PanelMember.objects.filter(recruitment=recruitment, chairs=True).update(chairs=False)
    member.chairs = True
    member.save(update_fields=["chairs"])
    tell_member(
        recruitment,
        member,
        "panel_chair",
        _("You chair a panel"),
        _("You chair the panel for “%s”. Ask us if you want to talk it through first.") % recruitment.decision.title,
    )
    audit.record(Event.CHAIR_SET, by=by, target=member, facts={"lived_experience": member.lived})
    return member


def _seat(member: PanelMember) -> PanelMember:
    """As it is now. The recruitment is held already, so nobody else moves it."""
    related = ("recruitment__decision", "recruitment__organisation", "place__opportunity", "user")
    return PanelMember.objects.select_related(*related).get(pk=member.pk)


@transaction.atomic
def stand_down(*, member: PanelMember, reason: str, by: Actor) -> PanelMember:
    """Somebody cannot go on. Nobody waits for their sheet any more; why is shown to the panel."""
    recruitment = held(member.recruitment)
    member, reason = _seat(member), reason.strip()
    sheet = queries.sheet_of(member, Round.SCORES)
    rules.check_can_stand_down(by, member, sheet is not None and sheet.handed_in_at is not None, reason)
    member.stood_down_on, member.stood_down_reason, member.chairs = today_in(recruitment.organisation), reason, False
    member.save(update_fields=["stood_down_on", "stood_down_reason", "chairs"])
    tell_member(
        recruitment,
        member,
        "panel_stood_down",
        _("You are not on the panel any more"),
        _("You are not on the panel for “%s” any more. If you have papers about candidates, delete them.")
        % recruitment.decision.title,
    )
    open_if_all_in(recruitment, by=by)
    audit.record(Event.STOOD_DOWN, by=by, target=member, facts={"lived_experience": member.lived})
    return member


@transaction.atomic
def agree_to_terms(*, member: PanelMember, number: int, by: Actor) -> PanelMember:
    """To the words of that number, as they stood on the page. On paper or on the phone somebody writes it down."""
    recruitment = held(member.recruitment)
    member = _seat(member)
    rules.check_can_agree(by, member)
    terms = queries.terms_in_force(recruitment.organisation)
    if terms is None or terms.number != number:
        raise Refused(_("The words have changed since you read them. Read them again, then agree."))
    member.terms, member.agreed_on = terms, today_in(recruitment.organisation)
    member.agreed_medium = str(by.medium or "")
    member.save(update_fields=["terms", "agreed_on", "agreed_medium"])
    facts = {"number": number, "medium": member.agreed_medium}
    audit.record(Event.AGREED, by=by, target=member, facts=facts)
    return member
