"""What those who asked for a change say about it, counted and said in words. Never an average. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Size, VerdictKind


@dataclass(frozen=True)
class Said:
    """The newest thing that one author said about a change, `earlier` when the text was corrected since."""

    kind: str
    size: str = ""
    earlier: bool = False


@dataclass(frozen=True)
class Tally:
    asked: int
    real: int = 0
    tweak: int = 0
    so: int = 0  # it is so, without saying how much
    not_so: int = 0
    earlier: int = 0  # said about a text that was corrected since

    @property
    def silent(self) -> int:
        return max(self.asked - self.real - self.tweak - self.so - self.not_so - self.earlier, 0)

    @property
    def confirmed(self) -> int:
        return self.real + self.tweak + self.so

    def sentences(self) -> list[str]:
        """“2 of 3 say it is a real change.”"""
        if not self.asked:
            return []
        if self.silent == self.asked:
            return [_("Nobody who asked for it has said yet whether it is so.")]
        counted = (
            (self.real, _("it is a real change")),
            (self.tweak, _("it is a small tweak")),
            (self.so, _("it is so")),
            (self.not_so, _("it is not so")),
        )
        found = [_says(number, self.asked, what) for number, what in counted if number]
        if self.earlier:
            found.append(_spoke_earlier(self.earlier, self.asked))
        if self.silent:
            found.append(_silent(self.silent, self.asked))
        return found

    def in_words(self) -> str:
        return " ".join(self.sentences())


def _says(number: int, asked: int, what: str) -> str:
    text = ngettext("%(n)s of %(of)s says %(what)s.", "%(n)s of %(of)s say %(what)s.", number)
    return text % {"n": number, "of": asked, "what": what}


def _spoke_earlier(number: int, asked: int) -> str:
    text = ngettext(
        "%(n)s of %(of)s spoke about the text before it was corrected.",
        "%(n)s of %(of)s spoke about the text before it was corrected.",
        number,
    )
    return text % {"n": number, "of": asked}


def _silent(number: int, asked: int) -> str:
    text = ngettext("%(n)s of %(of)s has not said yet.", "%(n)s of %(of)s have not said yet.", number)
    return text % {"n": number, "of": asked}


def tally(asked: int, said: Iterable[Said]) -> Tally:
    counts = {"real": 0, "tweak": 0, "so": 0, "not_so": 0, "earlier": 0}
    for one in said:
        counts[_name(one)] += 1
    return Tally(max(asked, sum(counts.values())), **counts)


def _name(one: Said) -> str:
    if one.earlier:
        return "earlier"
    if one.kind == VerdictKind.CHALLENGED:
        return "not_so"
    return {Size.REAL: "real", Size.TWEAK: "tweak"}.get(one.size, "so")  # type: ignore[call-overload]
