"""One co-audit from asking to telling: which decisions are drawn, the number and the secret of that day say."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from alongside.accounts.permissions import Permission as P
from alongside.candour.models import CoAudit, CoAuditor
from alongside.candour.queries import co_audits as queries
from alongside.candour.services import co_audit_findings as findings
from alongside.candour.services import co_audits as verbs
from alongside.voice import services as voice

from ..words.co_audits import CO_AUDIT as ONE
from .days import Stage
from .world import World


def plan(world: World) -> None:
    if not all(key in world.register for key in (*ONE.who, ONE.no)):
        return  # these are the people of another organisation
    world.step(ONE.set_up, Stage.DONE, ONE.key, partial(set_up, world))
    world.step(ONE.set_up + 2, Stage.DONE, f"{ONE.key} yes", partial(say, world))
    world.step(ONE.drawn, Stage.SET_UP, f"{ONE.key} list", partial(close, world))
    world.step(ONE.drawn, Stage.DONE, f"{ONE.key} drawn", partial(draw, world))
    world.step(ONE.found - 2, Stage.DONE, f"{ONE.key} compared", partial(compare, world))
    world.step(ONE.found, Stage.DONE, f"{ONE.key} found", partial(find, world))
    world.step(ONE.answered, Stage.DONE, f"{ONE.key} answered", partial(answer, world))
    world.step(ONE.told, Stage.DONE, f"{ONE.key} told", partial(tell, world))


def _audit(world: World) -> CoAudit:
    return CoAudit.objects.get(organisation=world.organisation)


def set_up(world: World) -> None:
    first, last = (world.days.day(offset) for offset in ONE.days)
    verbs.set_up_co_audit(
        title=ONE.title,
        question=ONE.question,
        of_what="decision",
        first_day=first,
        last_day=last,
        wanted=ONE.wanted,
        people=[world.people[key] for key in (*ONE.who, ONE.no)],
        by=world.coordinator,
    )


def say(world: World) -> None:
    for key in (*ONE.who, ONE.no):
        auditor = CoAuditor.objects.get(person=world.people[key])
        verbs.say_whether_you_look(auditor=auditor, says_yes=key != ONE.no, by=world.voice_of(key))


def close(world: World) -> None:
    at = world.days.moment(ONE.drawn, Stage.SET_UP, f"{ONE.key} list") + timedelta(hours=2)
    verbs.close_list(
        audit=_audit(world),
        number_from="room",
        number_source=ONE.source,
        number_at=at,
        by=world.voice_of(ONE.who[0]),
    )


def draw(world: World) -> None:
    audit = _audit(world)
    verbs.draw_sample(audit=audit, number=ONE.number, again=ONE.number, by=world.voice_of(ONE.who[1]))


def compare(world: World) -> None:
    audit = _audit(world)
    records = [seen.record for seen in queries.sample_of(world.coordinator, audit, None)]
    findings.show_for_audit(record=records[0], words=ONE.shown, by=world.coordinator)
    for key, said in ONE.looks:
        for record, (found, words) in zip(records, said, strict=True):
            findings.compare(record=record, found=found, words=words, by=world.voice_of(key))


def find(world: World) -> None:
    findings.write_finding(audit=_audit(world), words=ONE.finding, by=world.voice_of(ONE.who[0]))


def answer(world: World) -> None:
    row = _audit(world).findings.get().contribution
    by = world.able(ONE.answered_by, P.ANSWER, row.unit_id)
    voice.answer(contribution=row, kind="adopted", reason=ONE.answer, role=ONE.role, by=by)
    voice.tell(contribution=row, channel="on_page", by=world.voice_of(ONE.who[0]))


def tell(world: World) -> None:
    findings.tell_co_audit(audit=_audit(world), words=ONE.summary, by=world.voice_of(ONE.who[1]))
