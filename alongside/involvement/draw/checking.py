"""Every rule on every ticket, without a solver and without the code that made the tickets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .lotteries import Fault, Lottery
from .panels import Apart, Candidate, MustInclude, Needs, NeverAlone, Panel, Quota, Rule, Together


def check(
    lottery: Lottery | Sequence[Sequence[str]], panel: Panel, candidates: Sequence[Candidate]
) -> tuple[Fault, ...]:
    """Empty if all is well. The quotas that a lottery says it bent are checked as they were bent."""
    known = {candidate.id: candidate for candidate in candidates}
    tickets: Sequence[Sequence[str]]
    quotas = panel.quotas
    faults: list[Fault] = []
    if isinstance(lottery, Lottery):
        bent = {(quota.feature, quota.value): quota for quota in lottery.bent}
        quotas = tuple(bent.get((quota.feature, quota.value), quota) for quota in quotas)
        tickets = lottery.tickets
        faults += _counted(lottery)
    else:
        tickets = lottery
    if len(tickets) != panel.tickets:
        faults.append(Fault(0, "tickets", f"There are {len(tickets)} tickets, not {panel.tickets}."))
    for number, ticket in enumerate(tickets, 1):
        faults += _ticket(number, ticket, panel, quotas, known)
    return tuple(faults)


def _ticket(
    number: int, ticket: Sequence[str], panel: Panel, quotas: Sequence[Quota], known: Mapping[str, Candidate]
) -> list[Fault]:
    strangers = [name for name in ticket if name not in known]
    if strangers:
        return [Fault(number, "people", f"Ticket {number}: nobody in the draw has the code {strangers[0]}.")]
    faults = []
    if len(ticket) != panel.seats or len({*ticket}) != len(ticket):
        words = f"Ticket {number}: {len({*ticket})} different people for {panel.seats} seats."
        faults.append(Fault(number, "seats", words))
    for quota in quotas:
        have = sum(quota.holds(known[name]) for name in ticket)
        if not quota.least <= have <= quota.most:
            words = f"Ticket {number}: {have} with {quota.feature} {quota.value}, not {quota.least} to {quota.most}."
            faults.append(Fault(number, quota, words))
    broken = [rule for rule in panel.rules if not _kept(rule, ticket, known)]
    return faults + [Fault(number, rule, f"Ticket {number} breaks {rule}.") for rule in broken]


def _kept(rule: Rule, ticket: Sequence[str], known: Mapping[str, Candidate]) -> bool:
    if isinstance(rule, NeverAlone):
        return sum(known[name].values.get(rule.feature) == rule.value for name in ticket) != 1
    if isinstance(rule, MustInclude):
        return rule.a in ticket
    has_a, has_b = rule.a in ticket, rule.b in ticket
    if isinstance(rule, Together):
        return has_a == has_b
    if isinstance(rule, Needs):
        return has_b or not has_a
    assert isinstance(rule, Apart)
    return not (has_a and has_b)


def _counted(lottery: Lottery) -> list[Fault]:
    """The numbers people are told are the numbers that are there."""
    counts: dict[str, int] = {}
    for ticket in lottery.tickets:
        for name in ticket:
            counts[name] = counts.get(name, 0) + 1
    wrong = [name for name in sorted({*counts, *lottery.counts}) if counts.get(name, 0) != lottery.counts.get(name, 0)]
    return [Fault(0, "counts", f"{name} is on {counts.get(name, 0)} tickets, not as said.") for name in wrong]
