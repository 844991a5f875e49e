"""Words that move something up in the reading order, and finding them. Pure.

The list can only raise something, never lower it. Lists like this one find about half of what is grave, and about half
of what they find is not: so it orders what people read, and decides nothing (docs/decisions/0007).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from .models import Grave

GROUPS = {
    "suicide": _("Suicide and self-harm"),
    "violence": _("Violence and abuse"),
    "neglect": _("Neglect"),
    "fear": _("Fear"),
    "rights": _("Force and rights"),
    "harm": _("Serious harm"),
}
LONGEST, MOST = 80, 200  # letters of one phrase, phrases of one group
_KEY = 4  # letters by which a phrase is looked for before it is compared


@dataclass(frozen=True)
class Words:
    """Phrases by group, and those inside which nothing counts. `suicid*` fits every word that begins so."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, groups: Mapping[str, Sequence[str]], left_out: Sequence[str]) -> Words:
        return cls(tuple((name, tuple(groups.get(name, ()))) for name in GROUPS), tuple(left_out))

    @cached_property
    def finder(self) -> _Finder:
        return _finder(self)

    def as_lists(self) -> dict[str, list[str]]:
        return {name: list(phrases) for name, phrases in self.groups}


@dataclass(frozen=True)
class Hit:
    """One phrase that stands there, and the words that fitted it."""

    group: str
    words: str


def tidy(lines: str) -> list[str]:
    """A box with one phrase on each line, as a list: folded, each once, in the order in which they were written."""
    return list(dict.fromkeys(phrase for line in lines.splitlines() if (phrase := _folded_phrase(line))))


def hits(text: str, words: Words) -> list[Hit]:
    """What of the list stands in a text, each once, in the order of the list."""
    folded = folded_text(text)
    finder = words.finder
    keys = {word[:_KEY] for word in folded.split()}
    begun = (n for key in keys & finder.by_key.keys() for n in finder.by_key[key])
    possible = sorted({n for n in begun if finder.needs[n] <= keys})
    if not possible:
        return []
    rest = finder.left_out.sub(" ~ ", folded) if finder.left_out else folded
    found = ((finder.groups[n], finder.patterns[n].search(rest)) for n in possible)
    return list(dict.fromkeys(Hit(group, match.group().strip()) for group, match in found if match))


def folded_text(text: str) -> str:
    """Small letters, one kind of apostrophe, single spaces; hyphens and line ends do not keep words apart."""
    if text.isascii():
        return " ".join(text.translate(_ASCII).split())
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(_APART.sub(" ", plain).split())


_APART = re.compile(r"[^\w']+")
_ASCII = "".join(char.lower() if char.isalnum() or char in "_'" else " " for char in map(chr, range(128)))


@dataclass(frozen=True)
class _Finder:
    groups: Sequence[str]
    patterns: Sequence[re.Pattern[str]]
    by_key: Mapping[str, Sequence[int]]  # how a phrase's longest word begins: which phrases
    needs: Sequence[frozenset[str]]  # how all words of a phrase begin
    left_out: re.Pattern[str] | None


def _finder(words: Words) -> _Finder:
    listed = [(group, phrase) for group, phrases in words.groups for phrase in phrases]
    by_key: dict[str, list[int]] = {}
    for n, (_group, phrase) in enumerate(listed):
        by_key.setdefault(_key(max(phrase.split(), key=len)), []).append(n)
    left_out = "|".join(_pattern(phrase) for phrase in words.left_out)
    return _Finder(
        [group for group, _phrase in listed],
        [re.compile(_pattern(phrase)) for _group, phrase in listed],
        by_key,
        [frozenset(map(_key, phrase.split())) for _group, phrase in listed],
        re.compile(left_out) if left_out else None,
    )


def _key(word: str) -> str:
    return word.rstrip("*")[:_KEY]


def _pattern(phrase: str) -> str:
    """Whole words. Both ends are looked at, so that "ill" is not found in "skill"."""
    parts = [re.escape(word[:-1]) + r"[\w']*" if word.endswith("*") else re.escape(word) for word in phrase.split()]
    return r"(?<![\w'])" + " ".join(parts) + r"(?![\w'])"


def _folded_phrase(line: str) -> str:
    """As a text is folded; a star stays where it ends a word of four letters or more."""
    words = (_one_word(word) for word in line.split())
    return " ".join(part for word in words for part in word.split())


def _one_word(word: str) -> str:
    plain = folded_text(word)
    return f"{plain}*" if word.rstrip(".,;").endswith("*") and len(plain) >= _KEY else plain


def _listed(text: str) -> tuple[str, ...]:
    return tuple(tidy(text.replace("|", "\n")))


# A careful beginning, in plain words that people use of themselves. The safeguarding lead owns it from day one.
DEFAULT = Words(
    (
        (
            "suicide",
            _listed(
                """
                suicid*|kill myself|killing myself|killed myself|kill himself|kill herself|kill themselves|end my life
                ending my life|take my own life|took his own life|took her own life|took their own life|end it all
                want to die|wanted to die|wish i was dead|wish i were dead|better off dead|better off without me
                no reason to live|nothing to live for|don't want to be here any more|don't want to be here anymore
                can't go on|cannot go on|don't want to live|not want to live|overdos*|self harm*|selfharm*|harm myself
                harming myself|hurt myself|hurting myself|cut myself|cutting myself|hang myself|jump off|ligature*
                """
            ),
        ),
        (
            "violence",
            _listed(
                """
                abuse|abused|abuses|abusing|abusive|assault*|rape|raped|raping|rapist|molest*|groom|groomed|grooming
                sexually|touched me|hit me|hits me|hitting me|punched*|slapped|kicked me|kicks me|beat me|beats me
                beaten|beating me|strangl*|choked me|stabb*|knife|weapon|threaten*|kill me|kill you|kill him|kill her
                kill them|domestic violence|violent|violence|forced me|makes me have sex|controlling|stalk*|traffick*
                slavery|hurts me|hurt by staff|hurt my child|bruise*|burnt me|burned me
                """
            ),
        ),
        (
            "neglect",
            _listed(
                """
                neglect*|left alone for|left on the floor|left in bed|left wet|soiled|own mess|no food|not fed
                not been fed|nothing to eat|nothing to drink|starv*|dehydrat*|bed sore*|bedsore*
                pressure sore*|no medication
                without medication|not given my medication|not given her medication|not given his medication|unwashed
                not washed|no heating|sleeping rough|children alone|child alone|locked out
                """
            ),
        ),
        (
            "fear",
            _listed(
                """
                unsafe|not safe|don't feel safe|do not feel safe|didn't feel safe|did not feel safe|never felt safe
                frightened|terrified|scared of|afraid of|scared to go|afraid to go|scared to say|afraid to say|in danger
                too scared|too afraid|in fear|frightens me|scares me|nowhere safe|fear for my|fear for her|fear for his
                told not to tell|not to tell anyone|don't tell anyone|keep it secret
                """
            ),
        ),
        (
            "rights",
            _listed(
                """
                restrain*|held down|held me down|pinned|sedat*|secluded|seclusion|locked in|locked me|locked up
                against my will|against her will|against his will|against their will|handcuff*|tied up|tied to|dragged
                forced to take|not allowed to leave|won't let me leave|wouldn't let me leave
                takes my money|took my money|stole*|stealing my|controls my money|without my consent|without consent
                """
            ),
        ),
        (
            "harm",
            _listed(
                """
                died|nearly died|almost died|could have died|serious harm|serious injury|seriously injured
                unconscious|collapsed|bleeding|broken bones|wrong medication|wrong dose|wrong tablets|voices telling me
                voices tell me|hearing voices telling|nobody came|no one came
                """
            ),
        ),
    ),
    _listed(
        """
        heart attack*|panic attack*|asthma attack*|anxiety attack*|drug overdose training
        self harm training|suicide prevention training|suicide awareness|kill time|not violent|safe and not scared
        restrain costs|knife and fork|knives and forks
        """
    ),
)


def grave_of(text: str, words: Words, contact: bool = False) -> int:
    """How far up in the reading order something belongs by what is known when it comes in."""
    return int(Grave.PHRASE if hits(text, words) else Grave.CONTACT if contact else Grave.NOT_RAISED)


def shown(found: Iterable[Hit]) -> list[tuple[Any, str]]:
    """For a page: the group in words, and what fitted."""
    return [(GROUPS.get(hit.group, hit.group), hit.words) for hit in found]
