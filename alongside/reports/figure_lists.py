"""Where the records behind a number are: a list that has the very rows that were counted, of the same part of the
organisation and the same days; or nothing. A median leads to all of which it is the middle one. What has no list says
of what it is made (`made_of`)."""

from __future__ import annotations

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.addresses import asking
from alongside.organisation.function_rules import may_see_posts
from alongside.organisation.part_tables import has_all_of_it

from .evidence_lists import EVIDENCE
from .leads import Asked, Lead
from .values import DAYS, MOST_REASONS, WORKING_DAYS, Row, Sheet

TAKEN = {"with": "with", "without": "without", "excepted": "excepted", "not_yet": ""}


def url_of(figure: str, row: Row, sheet: Sheet, actor: Actor, slug: str, now: bool) -> str:
    """The same rows in a list, where there is one that can be narrowed so; nothing where there is nothing to see."""
    lead = LEADS.get(figure)
    if lead is None or row.rounded or not is_there(row):
        return ""
    if not has_all_of_it(actor, lead.permission):
        return ""
    found = lead.url(row, Asked(sheet, actor, now))
    return f"/{slug}/{found}" if found else ""


def is_there(row: Row) -> bool:
    """Something was counted. A median of no days is one too."""
    return bool(row.number) or (row.number is not None and row.measure in (DAYS, WORKING_DAYS))


def _decisions(row: Row, asked: Asked) -> str:
    return asked.to("decisions/", standing=TAKEN[row.key], period=asked.sheet.period)


def _reserved(row: Row, asked: Asked) -> str:
    return asked.to("decisions/", standing=TAKEN[row.key], period=asked.sheet.period, kinds="reserved")


def _begun(row: Row, asked: Asked) -> str:
    return asked.to("decisions/", standing="begun", opened=asked.days)


def _let_through(row: Row, asked: Asked) -> str:
    if row.key == "cleared":
        return _on_the_page(row, asked)
    if row.key == "refusals":
        return asked.to("involvement/requests/", state="refused", answered=asked.days)
    path = {"exceptions": "decisions/exceptions/", "waivers": "seats/waivers/"}[row.key]
    return asked.to(path, on=asked.days)


def _on_the_page(row: Row, asked: Asked) -> str:
    """They have no list but the one below their figure, which has the newest of them."""
    if (row.number or 0) > MOST_REASONS:
        return ""
    return asking("figures/", {"period": asked.sheet.period, "unit": asked.sheet.unit}) + f"#let-{row.key}"


def _notice(row: Row, asked: Asked) -> str:
    return asked.to("involvement/requests/", notice="short" if row.key == "short" else "", asked=asked.days)


def _asked(row: Row, asked: Asked) -> str:
    return asked.to("involvement/asked/", how="ever" if row.key == "median" else row.key, days=asked.days)


def _received(row: Row, asked: Asked) -> str:
    return asked.said(state="all", received=asked.days)


def _waiting(row: Row, asked: Asked) -> str:
    if asked.now:
        return asked.said(age=row.key, answer="never")
    return asked.said(state="all", waited=f"{row.key}.{asked.end}")


def _answered(_row: Row, asked: Asked) -> str:
    return asked.said(state="all", answered=asked.days)


def _answers(row: Row, asked: Asked) -> str:
    return asked.said(state="all", answered=asked.days, came=row.key)


def _disputes(row: Row, asked: Asked) -> str:
    if row.key == "changes":
        return asked.to("changes/", denied=asked.end)
    return asked.said(mark="open") if asked.now else asked.said(state="all", disputed=asked.end)


def _changes(row: Row, asked: Asked) -> str:
    return asked.to("changes/", state=row.key, days=asked.days)


def _agenda(row: Row, asked: Asked) -> str:
    return asked.to("involvement/agendas/", brought="people", days=asked.days_until)


def _policies(row: Row, asked: Asked) -> str:
    return asked.to("policies/", on=asked.end, review="" if row.key == "held" else row.key)


def _seats(row: Row, asked: Asked) -> str:
    standing = "vacant" if row.key.startswith("vacant") else row.key
    return asked.to("seats/lived/", on=asked.end, standing=standing)


def _terms(row: Row, asked: Asked) -> str:
    if row.key == "began":
        return asked.to("seats/terms/", began=asked.days)
    return asked.to("seats/terms/", over=asked.days_until)


POSTS = {"hours": "", "people": "filled", "hours_filled": "filled", "vacant_longest": "vacant"}


def _posts(row: Row, asked: Asked) -> str:
    """Hours and people are those of its rows, added up."""
    if not may_see_posts(asked.actor):
        return ""
    standing = POSTS.get(row.key, row.key)
    return asked.to("posts/", on=asked.end, standing=standing)


def _time(_row: Row, asked: Asked) -> str:
    return asked.to("posts/hours/", days=asked.days) if may_see_posts(asked.actor) else ""


LEADS: dict[str, Lead] = {
    **EVIDENCE,
    "coverage": Lead(_decisions, P.SEE_DECISIONS),
    "coverage_reserved": Lead(_reserved, P.SEE_DECISIONS),
    "let_through": Lead(_let_through, P.SEE_DECISIONS),
    "notice": Lead(_notice, P.SEE_DECISIONS),
    "asked": Lead(_asked, P.SEE_DECISIONS),
    "begun": Lead(_begun, P.SEE_DECISIONS),
    "seats": Lead(_seats, P.SEE_DECISIONS),
    "terms": Lead(_terms, P.SEE_DECISIONS),
    "agenda": Lead(_agenda, P.SEE_DECISIONS),
    "posts": Lead(_posts, P.SEE_FIGURES),
    "time": Lead(_time, P.SEE_FIGURES),
    "policies": Lead(_policies, P.SEE_FIGURES),  # what the organisation bound itself to, everybody reads
    "received": Lead(_received, P.SEE_VOICES),
    "waiting": Lead(_waiting, P.SEE_VOICES),
    "answer_time": Lead(_answered, P.SEE_VOICES),
    "answers": Lead(_answers, P.SEE_VOICES),
    "disputes": Lead(_disputes, P.SEE_VOICES),
    "changes": Lead(_changes, P.SEE_VOICES),
}

# Lists that cannot be narrowed to what was counted, and who can open them. None: whoever reads figures.
LISTS: dict[str, tuple[str, P | None]] = {
    "policies_read": ("policies/", None),
}


def list_of(found: tuple[str, P | None] | None, actor: Actor | None, slug: str) -> str:
    """Beside a figure, and never as the records behind a number."""
    if found is None or actor is None:
        return ""
    path, permission = found
    return f"/{slug}/{path}" if permission is None or actor.can(permission) else ""
