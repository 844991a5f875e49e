"""How much can be said at once, and that nothing of it is lost: not under load, and not when everything is killed."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from collections.abc import Sequence

from .databases import Environment, ask, database
from .report import Figure, say
from .running import run
from .speaking import pages_of, speak

A_SECOND = {"sqlite": 60, "postgres": 150}
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
SECONDS, SLOWEST = 60, 1.0
VISITORS = 8
ENOUGH = 1000
LONGEST = 4.0  # seconds until it is killed again


def figures(databases: Sequence[str], seconds: int = SECONDS) -> list[Figure]:
    found = []
    for kind in databases:
        with database(kind) as environment:
            ask(environment, "load", "small")
            found += [_held(environment, kind, seconds), _killed(environment, kind)]
    return found


def _held(environment: Environment, kind: str, seconds: int) -> Figure:
    say(f"submissions: {VISITORS} people at once for {seconds} s on {NAMES[kind]}")
    with pages_of(environment) as (port, _group):
        start = time.perf_counter()
        said = speak(port, VISITORS, lambda _said: time.perf_counter() - start > seconds)
        took = time.perf_counter() - start
    lost = _lost(environment, said.kept)
    rate = len(said.kept) / took
    reached = rate >= A_SECOND[kind] and not lost and not said.failed and said.slowest_of_99 <= SLOWEST
    text = f"{rate:.0f} a second, {lost} lost, {len(said.failed)} refused, p99 {said.slowest_of_99:.2f} s"
    asked = f"≥ {A_SECOND[kind]} a second for a minute, none lost, p99 ≤ {SLOWEST:.0f} s"
    return Figure(f"Said on the public page ({NAMES[kind]})", asked, text, reached)


def _killed(environment: Environment, kind: str) -> Figure:
    """Everything that serves pages is killed at any moment, again and again, until enough was acknowledged."""
    chance, kept, kills = random.Random(7), list[str](), 0  # noqa: S311
    while len(kept) < ENOUGH:
        killed, words = _until_killed(environment, chance.uniform(0.2, LONGEST), ENOUGH - len(kept))
        kept += words
        kills += killed
        say(f"submissions: killed {kills} times, {len(kept)} acknowledged on {NAMES[kind]}")
    lost = _lost(environment, kept)
    broken = ask(environment, "not_whole")
    verified = run(environment, "verify").code == 0
    text = f"{len(kept)} acknowledged, killed {kills} times, {lost} lost, {broken} not whole"
    text += ", the log verifies" if verified else ", THE LOG DOES NOT VERIFY"
    whole = verified and not (lost or broken)
    return Figure(f"Killed while people speak ({NAMES[kind]})", "every acknowledged one is there, whole", text, whole)


def _until_killed(environment: Environment, seconds: float, enough: int) -> tuple[bool, list[str]]:
    """Whether it was killed, and what had been acknowledged by then."""
    with pages_of(environment) as (port, group):
        clock = threading.Timer(seconds, os.killpg, (group, signal.SIGKILL))
        clock.start()
        said = speak(port, VISITORS, lambda said: len(said.kept) >= enough)
        killed = clock.finished.is_set()
        clock.cancel()
    return killed, said.kept


def _lost(environment: Environment, kept: Sequence[str]) -> int:
    found = set(ask(environment, "words_kept"))
    return sum(words not in found for words in kept)
