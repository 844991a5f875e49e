"""Groups of opinion: only where there are enough people, and only if the same groups come out again and again.

In small rooms groups mean nothing and single people out, and in most large ones they fall apart when a fifth of the
people is left out (docs/decisions/). So there are four gates, and the first that stays shut is named. Pure, with numpy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

LEAST_VOTERS, LEAST_IN_GROUP = 80, 10
RESAMPLES, LEFT_OUT = 30, 0.2
STABLE = 0.8  # mean adjusted Rand index
LEAST_ANSWERS = 7  # of one voter, or all of the statements where there are fewer
MOST_GROUPS = 5
STARTS, ROUNDS, STEPS = 5, 40, 30
SEED = 20240501  # the same answers give the same groups

Votes = Mapping[Any, Mapping[Any, int]]  # {voter: {statement: 1, 0 or -1}}
Array = Any


class Shut(StrEnum):
    """Why no groups are shown."""

    FEW_VOTERS = "few_voters"
    SAME = "same"  # everybody answers alike, so there is nothing to tell apart
    SMALL_GROUP = "small_group"
    UNSTABLE = "unstable"


@dataclass(frozen=True)
class Group:
    """How many are in it, and of each statement how many of them agreed and disagreed. Never who."""

    size: int
    counts: Mapping[Any, tuple[int, int]]


@dataclass(frozen=True)
class Groups:
    groups: tuple[Group, ...]
    voters: int
    stability: float | None  # mean adjusted Rand index over the resamples
    shut: Shut | None = None


def find(votes: Votes) -> Groups:
    """Groups that pass every gate, the largest first; or none, and which gate was shut."""
    statements = sorted({statement for answers in votes.values() for statement in answers}, key=str)
    enough = min(LEAST_ANSWERS, len(statements))
    voters = [voter for voter, answers in sorted(votes.items(), key=lambda x: str(x[0])) if len(answers) >= enough]
    if len(voters) < LEAST_VOTERS:
        return Groups((), len(voters), None, Shut.FEW_VOTERS)
    matrix = _matrix(votes, voters, statements)
    places = _places(matrix)
    if places is None:
        return Groups((), len(voters), None, Shut.SAME)
    labels = _clusters(places, np.random.default_rng(SEED))
    sizes = np.bincount(labels)
    if len(sizes) < 2:
        return Groups((), len(voters), None, Shut.SAME)
    if sizes.min() < LEAST_IN_GROUP:
        return Groups((), len(voters), None, Shut.SMALL_GROUP)
    stability = _stability(matrix, labels)
    if stability < STABLE:
        return Groups((), len(voters), stability, Shut.UNSTABLE)
    return Groups(_described(matrix, labels, statements), len(voters), stability)


def _matrix(votes: Votes, voters: list[Any], statements: list[Any]) -> Array:
    """Voters × statements; what somebody did not answer is nan."""
    column = {statement: n for n, statement in enumerate(statements)}
    found = np.full((len(voters), len(statements)), np.nan)
    for row, voter in enumerate(voters):
        for statement, choice in votes[voter].items():
            found[row, column[statement]] = choice
    return found


def _places(matrix: Array) -> Array | None:
    """Everybody on a plane, those who answer alike close together. What is missing is taken as the mean of the
    statement, and whoever answered little is moved outwards again by as much as that pulled them in.
    """
    answered = ~np.isnan(matrix)
    kept = answered.any(axis=0)
    matrix, answered = matrix[:, kept], answered[:, kept]
    means = np.nanmean(matrix, axis=0)
    centred = np.where(answered, matrix - means, 0.0)
    if not np.any(np.abs(centred) > 1e-9):
        return None
    pulled = np.sqrt(matrix.shape[1] / np.maximum(answered.sum(axis=1), 1))
    return (centred @ _main_axes(centred)) * pulled[:, None]


def _main_axes(centred: Array) -> Array:
    """The two directions in which people differ most, by repeated multiplication: only they are needed."""
    axes = np.random.default_rng(SEED).standard_normal((centred.shape[1], min(2, centred.shape[1])))
    for _time in range(STEPS):
        axes, _r = np.linalg.qr(centred.T @ (centred @ axes))
    return axes


def _clusters(places: Array, chance: Any) -> Array:
    """Between two and five groups: as many as lie most clearly apart (silhouette)."""
    best, found = -1.0, np.zeros(len(places), dtype=int)
    for number in range(2, MOST_GROUPS + 1):
        labels = _k_means(places, number, chance)
        score = _silhouette(places, labels)
        if score > best + 1e-9:
            best, found = score, labels
    return found


def _k_means(places: Array, number: int, chance: Any) -> Array:
    """The best of several starts, each with its first middles far apart."""
    best, found = np.inf, np.zeros(len(places), dtype=int)
    for _start in range(STARTS):
        middles = _first_middles(places, number, chance)
        labels, far = _settled(places, middles)
        if far < best - 1e-12:
            best, found = far, labels
    return np.unique(found, return_inverse=True)[1]


def _first_middles(places: Array, number: int, chance: Any) -> Array:
    middles = [places[chance.integers(len(places))]]
    while len(middles) < number:
        nearest = _squares(places, np.array(middles)).min(axis=1)
        total = nearest.sum()
        weights = nearest / total if total > 0 else np.full(len(places), 1 / len(places))
        middles.append(places[chance.choice(len(places), p=weights)])
    return np.array(middles)


def _settled(places: Array, middles: Array) -> tuple[Array, float]:
    labels = np.full(len(places), -1)
    for _round in range(ROUNDS):
        distances = _squares(places, middles)
        nearest = distances.argmin(axis=1)
        if np.array_equal(nearest, labels):
            break
        labels = nearest
        middles = _middles(places, labels, middles)
    return labels, float(distances.min(axis=1).sum())


def _squares(places: Array, middles: Array) -> Array:
    """Of every distance between somebody and a middle."""
    found = (places**2).sum(axis=1)[:, None] + (middles**2).sum(axis=1)[None, :] - 2 * places @ middles.T
    return np.maximum(found, 0)


def _middles(places: Array, labels: Array, before: Array) -> Array:
    """A middle that nobody is nearest to stays where it was."""
    sizes = np.bincount(labels, minlength=len(before))
    sums = [np.bincount(labels, weights=axis, minlength=len(before)) for axis in places.T]
    return np.where(sizes[:, None] > 0, np.array(sums).T / np.maximum(sizes, 1)[:, None], before)


def _silhouette(places: Array, labels: Array) -> float:
    """How much nearer people stand to their own middle than to the next one, from -1 to 1 (the simplified form)."""
    number = labels.max() + 1
    if number < 2:
        return -1.0
    distances = np.sqrt(_squares(places, _middles(places, labels, np.zeros((number, places.shape[1])))))
    own = distances[np.arange(len(places)), labels]
    distances[np.arange(len(places)), labels] = np.inf
    other = distances.min(axis=1)
    largest = np.maximum(own, other)
    return float(np.where(largest > 0, (other - own) / np.where(largest > 0, largest, 1), 0).mean())


def _stability(matrix: Array, labels: Array) -> float:
    """Leave out a fifth of the people, group the rest again, compare: thirty times."""
    chance = np.random.default_rng(SEED + 1)
    keep = round(len(labels) * (1 - LEFT_OUT))
    found = []
    for _time in range(RESAMPLES):
        rows = np.sort(chance.choice(len(labels), size=keep, replace=False))
        places = _places(matrix[rows])
        again = _clusters(places, chance) if places is not None else np.zeros(keep, dtype=int)
        found.append(adjusted_rand(labels[rows], again))
    return float(np.mean(found))


def adjusted_rand(first: Array, second: Array) -> float:
    """How alike two groupings are: 1 the same, 0 as by chance (Hubert and Arabie, 1985)."""
    table = np.zeros((first.max() + 1, second.max() + 1))
    np.add.at(table, (first, second), 1)

    def pairs(counts: Array) -> float:
        return float((counts * (counts - 1) / 2).sum())

    both, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    everything = len(first) * (len(first) - 1) / 2
    by_chance = rows * columns / everything if everything else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def _described(matrix: Array, labels: Array, statements: list[Any]) -> tuple[Group, ...]:
    groups = []
    for number in range(labels.max() + 1):
        rows = matrix[labels == number]
        agreed, disagreed = (rows == 1).sum(axis=0), (rows == -1).sum(axis=0)
        counts = {
            statement: (int(yes), int(no)) for statement, yes, no in zip(statements, agreed, disagreed, strict=True)
        }
        groups.append(Group(len(rows), counts))
    return tuple(sorted(groups, key=lambda group: -group.size))


def sets_apart(groups: Groups, number: int, most: int = 5) -> list[tuple[Any, bool]]:
    """The statements on which one group differs most from the others: (statement, whether the group agrees)."""
    chosen, others = groups.groups[number], [g for n, g in enumerate(groups.groups) if n != number]
    found = []
    for statement, counts in chosen.counts.items():
        here = _share(counts)
        there = _share((sum(g.counts[statement][0] for g in others), sum(g.counts[statement][1] for g in others)))
        if here is not None and there is not None:
            found.append((abs(here - there), statement, here >= 0.5))
    found.sort(key=lambda each: (-each[0], str(each[1])))
    return [(statement, agrees) for _far, statement, agrees in found[:most]]


def _share(counts: tuple[int, int]) -> float | None:
    yes, no = counts
    return yes / (yes + no) if yes + no else None
