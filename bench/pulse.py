"""The form that asks how it was: how hard it is to read, how long it takes, and what an attacker gets out of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from .databases import ROOT
from .report import Figure

WORDS_A_MINUTE, MOST_MINUTES, MOST_AGE = 150, 2, 9
ATTACK = """
import json, pytest
from alongside.candour.tests.test_attack import attacked, by_chance

@pytest.mark.django_db
def test_it(cast):
    found = attacked(cast, 60, 7, seed=2026)
    print("FOUND", json.dumps([max(found.values()), len(found), 1 / 7, by_chance(60, 7)]))
"""


def syllables(word: str) -> int:
    """Counted as readers' formulas do: groups of vowels, without a silent e at the end."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = plain.endswith("e") and not plain.endswith("le") and groups > 1
    return max(1, groups - silent)


def reading_age(sentences: list[str]) -> float:
    """Flesch and Kincaid's grade, and five."""
    words = [word for sentence in sentences for word in sentence.split()]
    per_sentence, per_word = len(words) / len(sentences), sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5


def sentences_of(stages: int = 1) -> list[str]:
    """All that somebody reads on it, as often as it stands there: the scale once for each statement."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    import django

    django.setup()
    from alongside.candour import pulse_words as words

    scale, lived = [str(label) for _v, label in words.SCALE], [str(label) for _v, label in words.LIVED]
    texts = [str(words.FEW % {"least": 5}), str(words.SAFE)]
    for statement in words.STATEMENTS.values():
        texts += [str(statement), *scale]
    for part in list(words.PART.values())[:stages]:
        texts += [str(part), *lived]
    texts += [str(words.WORDS), str(words.WORDS_HINT), str(words.OPENLY), str(words.OPENLY_HINT), str(words.LAST)]
    return [sentence for text in texts for sentence in re.split(r"(?<=[.?!])\s+", text) if sentence.strip()]


def figures() -> list[Figure]:
    one, four = sentences_of(1), sentences_of(4)
    age = reading_age(one)
    best, ways, guess, most = _attack()
    return [
        Figure("pulse: reading age of the form", f"<= {MOST_AGE}", f"{age:.1f}", age <= MOST_AGE),
        *(_minutes(name, found) for name, found in (("one part", one), ("all four parts", four))),
        Figure(
            f"pulse: the best of {ways} ways to match 420 answers with people",
            f"as by guessing ({guess:.1%})",
            f"{best:.1%}",
            best <= most,
        ),
    ]


def _minutes(name: str, sentences: list[str]) -> Figure:
    words = sum(len(sentence.split()) for sentence in sentences)
    minutes = words / WORDS_A_MINUTE
    told = f"{minutes:.1f} minutes ({words} words)"
    return Figure(f"pulse: time to read it, {name}", f"<= {MOST_MINUTES} minutes", told, minutes <= MOST_MINUTES)


def _attack() -> tuple[float, int, float, float]:
    """Where the tests run: in a database that goes away."""
    import json
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory(dir=ROOT / "tests", prefix="bench_") as folder:
        path = Path(folder) / "test_it.py"
        path.write_text(ATTACK)
        command = [sys.executable, "-m", "pytest", "-q", "-s", "-n", "0", "--timeout", "0", str(path)]
        run = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    line = next((line for line in run.stdout.splitlines() if "FOUND" in line), None)
    if line is None:
        raise RuntimeError(run.stdout[-2000:])
    best, ways, guess, most = json.loads(line.split("FOUND", 1)[1])
    return best, ways, guess, most
