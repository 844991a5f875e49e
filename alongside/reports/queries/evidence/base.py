"""Probes: small named questions to the record. A point of a standard says by name on which of them it rests.

A probe is counted as a figure is (`figures/base.py`), so that all of them are one question and numbers of people are
rounded. What it adds: which of its rows speak against the organisation, which say that something is missing, and what
would fill that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..figures.base import Asked, Figure, Group, Line

Lines = Callable[[Asked], Iterable[Line]]
# The keys of rows, with what one does about each; without that, what one does where there is nothing.
Rows = Collection[str] | Mapping[str, Any]


@dataclass(frozen=True)
class Probe:
    """`against`: rows that speak against it when they are not 0. `missing`: rows that say what is not there, when they
    are not 0; `wanted`: when they are 0; each with what one does about it. `named`: rows that are held under a title
    and in words of their own, for beside the others they would read as something else. `none`: what is said
    where nothing is there, of what nobody misses or could be told. `unknown`: why it cannot be said at all."""

    figure: Figure
    fills: Any  # what one does first where there is nothing
    against: frozenset[str] = frozenset()
    missing: Mapping[str, Any] = field(default_factory=dict)
    wanted: Mapping[str, Any] = field(default_factory=dict)
    named: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    none: Any = ""
    unknown: Any = ""

    @property
    def slug(self) -> str:
        return self.figure.slug


def _made(figure: Figure, fills: Any, against: Collection[str], missing: Rows, wanted: Rows) -> Probe:
    told = [rows if isinstance(rows, Mapping) else dict.fromkeys(rows, fills) for rows in (missing, wanted)]
    return Probe(figure, fills, frozenset(against), *told)


@dataclass
class Probes:
    """The registry, in the order in which they are shown."""

    found: dict[str, Probe] = field(default_factory=dict)

    def _add(self, probe: Probe) -> None:
        if probe.slug in self.found:
            raise ValueError(f"two probes are called {probe.slug}")
        self.found[probe.slug] = probe

    def probe(  # noqa: PLR0913  each of them by its name
        self,
        slug: str,
        title: Any,
        how: Any,
        *,
        fills: Any,
        against: Collection[str] = (),
        missing: Rows = (),
        wanted: Rows = (),
        whole_only: bool = False,
    ) -> Callable[[Lines], Lines]:
        """Written above the question itself, as `@GROUP.figure` is."""

        def kept(lines: Lines) -> Lines:
            figure = Figure(slug, title, how, lines, whole_only)
            self._add(_made(figure, fills, against, missing, wanted))
            return lines

        return kept

    def of_figures(self, *groups: Group) -> _OfFigures:
        return _OfFigures(self, {figure.slug: figure for group in groups for figure in group.figures})

    def not_yet(self, slug: str, title: Any, unknown: Any) -> None:
        """What is asked everywhere and is not on this record: the page says so, and no point reads as if it held it."""
        self._add(Probe(Figure(slug, title, unknown, lambda _asked: ()), "", unknown=unknown))


@dataclass
class _OfFigures:
    """A figure of the figures page is a probe as it stands: its title, how it is counted, and its rows."""

    probes: Probes
    figures: dict[str, Figure]

    def __call__(
        self,
        slug: str,
        *,
        fills: Any,
        against: Collection[str] = (),
        missing: Rows = (),
        wanted: Rows = (),
        named: Mapping[str, tuple[Any, Any]] | None = None,
        none: Any = "",
    ) -> None:
        probe = _made(self.figures[slug], fills, against, missing, wanted)
        self.probes._add(replace(probe, named=named or {}, none=none))


PROBES = Probes()
