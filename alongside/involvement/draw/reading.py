"""Files of instances: JSON (`k`, `feat`, `ids`, `attr`) or a folder with categories.csv and respondents.csv."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from .panels import Candidate, Panel, Quota

Instance = tuple[Panel, tuple[Candidate, ...]]


class Unreadable(Exception):
    """The file is not an instance; the message says what is wrong."""


def read(path: Path, seats: int | None = None) -> Instance:
    try:
        panel, people = _read(path, seats)
        if len({person.id for person in people}) != len(people):
            raise ValueError("two people have the same code")
        return panel, people
    except FileNotFoundError as error:
        raise Unreadable(f"There is no file {error.filename}.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path} is not written in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"{path} is not JSON: line {error.lineno}, {error.msg}.") from None
    except (KeyError, TypeError, ValueError, AttributeError, csv.Error) as error:
        raise Unreadable(f"{path} is not an instance of a draw: {_reason(error)}.") from None


def _read(path: Path, seats: int | None) -> Instance:
    if path.is_dir():
        return _from_folder(path, seats)
    if path.suffix == ".csv":
        return _from_folder(path.parent, seats)
    if path.suffix == ".json":
        return _from_json(json.loads(path.read_text(encoding="utf-8")), seats)
    if not path.exists():
        raise Unreadable(f"There is no file {path}.")
    raise Unreadable(f"{path} has an unknown format; known are .json and a folder with categories.csv.")


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _from_json(d: dict[str, Any], seats: int | None) -> Instance:
    quotas = [
        Quota(feature, value, int(least), int(most))
        for feature, values in d["feat"].items()
        for value, (least, most) in values.items()
    ]
    pairs = zip(d["ids"], d["attr"], strict=True)
    candidates = tuple(Candidate(str(name), {k: str(v) for k, v in values.items()}) for name, values in pairs)
    return Panel(seats=int(seats or d["k"]), quotas=tuple(quotas)), candidates


def _from_folder(folder: Path, seats: int | None) -> Instance:
    quotas = tuple(
        Quota(row["category"], row["name"], int(row["min"]), int(row["max"]))
        for row in _rows(folder / "categories.csv")
    )
    features = list(dict.fromkeys(quota.feature for quota in quotas))
    people = _rows(folder / "respondents.csv")
    key = "unique_id" if people and "unique_id" in people[0] else next(iter(people[0]), "")
    candidates = tuple(Candidate(row[key], {feature: row[feature] for feature in features}) for row in people)
    return Panel(seats=seats or _seats(folder, quotas), quotas=quotas), candidates


def _seats(folder: Path, quotas: tuple[Quota, ...]) -> int:
    """The number at the end of the folder's name, as in monitoring_30; or the only one that the quotas leave."""
    last = folder.resolve().name.rpartition("_")[2]
    if last.isdigit():
        return int(last)
    features = list(dict.fromkeys(quota.feature for quota in quotas))
    least = max(sum(q.least for q in quotas if q.feature == f) for f in features)
    most = min(sum(q.most for q in quotas if q.feature == f) for f in features)
    if least != most:
        raise ValueError("the number of seats is not in the folder's name: give it with --seats")
    return least


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
