"""Five years of what was said, one in fifty still owed an answer, the others answered and told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from alongside.audit import sealing
from alongside.voice import seals
from alongside.voice.models import (
    Answer,
    Challenge,
    Change,
    ChangeSource,
    ChangeStatus,
    Contribution,
    ContributionStatus,
    Showing,
    Telling,
    Theme,
    ThemeMark,
    Verdict,
)

from .. import words
from ..bulk import code, put, salt
from .log import Log
from .organisation import World

DAYS = 5 * 365
BLOCK = 10_000
# Of what was said so many days ago, how much is still open: about half of it is younger than six weeks, a quarter
# older than twelve, one in fifty of everything.
OPEN = ((42, 0.43), (84, 0.22), (400, 0.029))
OPEN_STATES = ("received",) * 6 + ("acknowledged",) * 8 + ("deferred",) * 2 + ("answered",) * 3 + ("challenged",)
TAKEN_BACK, CHANGED_SOMETHING = 200, 500  # one in so many
KINDS = ("idea", "concern", "question", "experience", "experience", "disagreement")
ANSWERS = ("adopted", "adapted", "not_adopted", "not_adopted", "no_decision")
# Themes, each marked on one in so many; the last has not been used for a long time.
THEMES = (7, 11, 100, 1_000, 20_000, 13)
LONG_AGO = 3 * 365
COLUMNS = (
    *("id", "organisation", "code", "kind", "words", "salt", "unit", "decision", "meeting", "person", "group_name"),
    *("via", "follow_digest", "use_public", "said_on", "received_on", "acknowledge_by", "answer_by", "due_on"),
    *("owner", "state", "answer_kind", "answered_on", "answer_days", "told_on", "withdrawn_on"),
    *("read_by", "read_on", "grave", "previewed_on", "public_on"),
)
TABLES: dict[Any, tuple[str, ...]] = {
    Contribution: COLUMNS,
    ContributionStatus: ("contribution", "state", "effective_on"),
    Theme: ("id", "organisation", "code", "name", "belongs", "introduced_on"),
    ThemeMark: ("organisation", "contribution", "theme", "state", "received_on"),
    Showing: ("contribution", "organisation", "code", "state", "confirmed", "pieces", "decided_on"),
    Answer: ("id", "contribution", "code", "kind", "reason", "salt", "role", "answered_on", "defer_until"),
    Telling: ("answer", "channel", "told_on"),
    Challenge: ("contribution", "answer", "code", "kind", "words", "salt", "made_on"),
    Change: ("id", "organisation", "code", "unit", "what", "evidence", "since", "state"),
    ChangeStatus: ("change", "state", "effective_on"),
    ChangeSource: ("change", "contribution"),
    Verdict: ("code", "change", "contribution", "kind", "size", "words", "salt", "given_on"),
}


@dataclass
class Said:
    """One contribution on its way into the table."""

    number: int
    age: int  # days
    state: str
    person: int | None
    unit: int
    received: date
    kind: str = ""
    answer_kind: str = ""
    answered: date | None = None
    told: date | None = None
    sealed: tuple[str, str] = ("", "")


@dataclass
class Block:
    """Rows of every table, kept until they are written together."""

    rows: dict[Any, list[tuple[Any, ...]]] = field(default_factory=lambda: {model: [] for model in TABLES})

    def write(self) -> None:
        for model, columns in TABLES.items():
            put(model, columns, self.rows[model])


def voices(world: World, decisions: range, log: Log) -> None:
    total = world.size.contributions
    themes = _themes(world)
    for start in range(0, total, BLOCK):
        block = Block()
        said = [_say(world, n, total, decisions, block) for n in range(start, min(start + BLOCK, total))]
        day = said[-1].received
        sealed = [each.sealed for each in said]
        log.add(day, "voice", "contributions_imported", ("organisation.organisation", world.org.code), {}, sealed)
        for each in said:
            _what_followed(world, each, block, log)
            _mark(world, each, themes, block)
        block.write()
        log.flush()


def _themes(world: World) -> list[int]:
    keys = [world.numbers.take(Theme) for _ in THEMES]
    day = world.ago(DAYS).isoformat()
    rows = [(key, world.org.pk, code(key), f"Theme {n}", "What it is.", day) for n, key in enumerate(keys)]
    put(Theme, TABLES[Theme], rows)
    return keys


def _mark(world: World, said: Said, themes: list[int], block: Block) -> None:
    if said.state == "withdrawn":
        return
    for theme, often in zip(themes, THEMES, strict=True):
        if said.number % often == 0 and (theme != themes[-1] or said.age > LONG_AGO):
            row = (world.org.pk, said.number, theme, "accepted", said.received.isoformat())
            block.rows[ThemeMark].append(row)


def _state(world: World, n: int, age: int) -> str:
    chance = next((share for days, share in OPEN if age < days), 0.0)
    if world.random.random() < chance:
        return world.random.choice(OPEN_STATES)
    return "withdrawn" if n % TAKEN_BACK == 7 else "told"


def _say(world: World, n: int, total: int, decisions: range, block: Block) -> Said:
    random, number = world.random, world.numbers.take(Contribution)
    age = DAYS * (total - 1 - n) // total
    received = world.ago(age)
    named = random.random() < 0.6
    person = (world.people[0] if n % (total // 20) == 1 else random.choice(world.people)) if named else None
    said = Said(number, age, _state(world, n, age), person, random.choice(world.units).pk, received)
    said.kind = random.choice(KINDS)
    if said.state in ("told", "answered", "challenged"):
        said.answer_kind = random.choice(ANSWERS)
        said.answered = min(received + timedelta(days=random.randint(3, 60)), world.today)
        said.told = None if said.state == "answered" else said.answered
    elif said.state == "deferred":
        said.answer_kind = "deferred"
    _contribution(world, said, decisions, block)
    block.rows[ContributionStatus].append((number, said.state, received.isoformat()))
    return said


def _contribution(world: World, said: Said, decisions: range, block: Block) -> None:
    random, day = world.random, said.received.isoformat()
    acknowledge, answer = _later(said.received, 7), _later(said.received, 42)
    gone = said.state == "withdrawn"
    text, secret = (words.wide if world.size.wide else words.said)(random), salt(said.number)
    values = {"words": text, "kind": said.kind, "about": "", "said_on": day, "received_on": day}
    values |= {"acknowledge_by": acknowledge, "answer_by": answer}
    said.sealed = (code(said.number), sealing.commitment(secret, seals.text_of(Contribution, values)))
    about = random.random()
    answered = said.answered.isoformat() if said.answered else None
    public = about * 10 % 1 < 0.3
    shown = said.told.isoformat() if public and said.told else None
    if shown:
        made = (said.number, world.org.pk, code(said.number), "shown", '["words"]', '{"words": []}', shown)
        block.rows[Showing].append(made)
    block.rows[Contribution].append(
        (
            *(said.number, world.org.pk, code(said.number), said.kind, "" if gone else text, "" if gone else secret),
            *(said.unit, random.choice(decisions) if about < 0.5 else None),
            *(random.choice(world.meetings) if 0.5 <= about < 0.6 else None, said.person),
            *("" if said.person or about < 0.9 else "The Thursday group", "import"),
            *("" if said.person else salt(said.number), public, day, day, acknowledge, answer),
            *(acknowledge if said.state == "received" else answer, _owner(world, said), said.state),
            *(said.answer_kind, answered, random.randint(1, 40) if answered else None),
            *(said.told.isoformat() if said.told else None, day if gone else None),
            *(acknowledge, None if said.state == "received" else day, 1 if said.number % 70 == 0 else 3, shown, shown),
        )
    )


def _later(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _owner(world: World, said: Said) -> int | None:
    """One in three was handed to somebody by name; the manager whose page is measured has a share."""
    if said.state in ("told", "withdrawn") or said.number % 3:
        return None
    return world.cast["manager"].pk if said.number % 60 == 0 else world.random.choice(world.staff).pk


def _what_followed(world: World, said: Said, block: Block, log: Log) -> None:
    if said.state == "withdrawn":
        facts = {"erased": [], "targets": [code(said.number)], "why": "taken back"}
        log.add(said.received, "audit", "erased", ("voice.contribution", code(said.number)), facts)
    if not said.answer_kind:
        return
    answer = _answer(world, said, block, log)
    if said.told:
        block.rows[Telling].append((answer, "email", said.told.isoformat()))
    if said.state == "challenged":
        _challenge(world, said, answer, block, log)
    if said.answer_kind == "adopted" and said.number % CHANGED_SOMETHING < 5:
        _change(world, said, block, log)


def _answer(world: World, said: Said, block: Block, log: Log) -> int:
    number = world.numbers.take(Answer)
    day = said.answered or min(said.received + timedelta(days=5), world.today)
    until = _later(world.today, 30) if said.answer_kind == "deferred" else None
    values = {"reason": words.said(world.random), "kind": said.answer_kind, "role": "Team manager"}
    values |= {"answered_on": day.isoformat(), "defer_until": until, "next_step": ""}
    row = (number, said.number, code(number), said.answer_kind, values["reason"], salt(number))
    block.rows[Answer].append((*row, "Team manager", day.isoformat(), until))
    _seal(log, day, "contribution_answered", Answer, number, values)
    return number


def _challenge(world: World, said: Said, answer: int, block: Block, log: Log) -> None:
    number = world.numbers.take(Challenge)
    values = {"words": "That is not what I asked.", "kind": "not_an_answer", "made_on": world.today.isoformat()}
    row = (said.number, answer, code(number), values["kind"], values["words"], salt(number), values["made_on"])
    block.rows[Challenge].append(row)
    _seal(log, world.today, "answer_challenged", Challenge, number, values)


def _change(world: World, said: Said, block: Block, log: Log) -> None:
    """Something is different because of it; one in three was confirmed by whoever said it."""
    number = world.numbers.take(Change)
    since = (said.answered or world.today).isoformat()
    confirmed = number % 3 == 0
    state = "confirmed" if confirmed else "claimed"
    text = "The letter is in plain words now."
    row = (number, world.org.pk, code(number), said.unit, text, "The letter of May.", since, state)
    block.rows[Change].append(row)
    block.rows[ChangeStatus].append((number, state, since))
    block.rows[ChangeSource].append((number, said.number))
    if confirmed:
        verdict = world.numbers.take(Verdict)
        values = {"words": "Yes, I see it.", "kind": "confirmed", "size": "real", "given_on": since}
        row = (code(verdict), number, said.number, "confirmed", "real", values["words"], salt(verdict), since)
        block.rows[Verdict].append(row)
        _seal(log, world.today, "change_verdict", Verdict, verdict, values)


def _seal(log: Log, day: date, name: str, model: Any, number: int, values: dict[str, Any]) -> None:
    facts = {"sealed": sealing.commitment(salt(number), seals.text_of(model, values))}
    log.add(day, "voice", name, (model._meta.label_lower, code(number)), facts)
