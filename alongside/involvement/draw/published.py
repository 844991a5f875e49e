"""What is published of a draw: codes, tickets and rules. Never what anybody is, and no rule that names a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .lotteries import Lottery
from .panels import NeverAlone, Panel, quota_to_dict, rule_to_dict
from .verify import seal

FORMAT = "alongside draw 1"


def document(
    panel: Panel, lottery: Lottery, *, codes: Mapping[str, str] | None = None, about: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """`codes`: other codes to publish instead of the candidates' own. `about`: what the draw is for, the public number
    that will be used, when. Each ticket has a seal, so that a changed one can be named."""

    def public(name: str) -> str:
        return name if codes is None else codes[name]

    tickets = [sorted(public(name) for name in ticket) for ticket in lottery.tickets]
    reserves = [[public(name) for name in names] for names in lottery.reserves]
    pairs = zip(tickets, reserves, strict=True)
    return {
        "format": FORMAT,
        "about": dict(about or {}),
        "seats": panel.seats,
        "quotas": [quota_to_dict(quota) for quota in panel.quotas],
        "rules": [rule_to_dict(rule) for rule in panel.rules if isinstance(rule, NeverAlone)],
        "bent": [quota_to_dict(quota) for quota in lottery.bent],
        "objective": panel.to_dict()["objective"],
        "engine_version": lottery.engine_version,
        "tickets": tickets,
        "reserves": reserves,
        "seals": [seal(number, ticket, names) for number, (ticket, names) in enumerate(pairs, 1)],
    }
