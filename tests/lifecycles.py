"""Prints docs/lifecycles.md from the tables of allowed moves. A test fails when the page is not up to date."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

PAGE = Path(__file__).resolve().parents[1] / "docs" / "lifecycles.md"
HEAD = """# Lifecycles

Made by `make docs` from the tables in the code: change the table, not this page.
"""


def page() -> str:
    from alongside.candour.models.bids import BID
    from alongside.candour.models.claims import CLAIM, SIGNATURE
    from alongside.candour.models.co_audits import CO_AUDIT
    from alongside.candour.models.concerns import INVOLVEMENT_CONCERN
    from alongside.decisions.models import CANDIDATE, DECISION, ELECTION
    from alongside.involvement.models.draws import DRAW
    from alongside.involvement.models.meetings import ARRANGEMENT
    from alongside.involvement.models.opportunities import OPPORTUNITY
    from alongside.involvement.models.places import PLACE
    from alongside.involvement.models.recruitment import STAGE
    from alongside.involvement.models.requests import REQUEST
    from alongside.journey.models import AIM
    from alongside.journey.models.stories import STORY_ROUND
    from alongside.people.models import PERSON
    from alongside.post.models import MESSAGE
    from alongside.reports.models import REPLY, WRITE_UP
    from alongside.reports.models.packs import BOARD_ASK, BOARD_PACK, PACK_PIECE
    from alongside.voice.models.changes import CHANGE
    from alongside.voice.models.contributions import CONTRIBUTION
    from alongside.voice.models.letterboxes import LETTERBOX
    from alongside.voice.models.safety import CONCERN
    from alongside.voice.models.showing import SHOWING
    from alongside.voice.models.themes import THEME_MARK
    from alongside.voice.models.together import COMMON_GROUND, STATEMENT

    involved = (REQUEST, OPPORTUNITY, DRAW, PLACE, ARRANGEMENT, STAGE)
    decided = (DECISION, ELECTION, CANDIDATE)
    said = (CONTRIBUTION, CO_AUDIT, CONCERN, SHOWING, CHANGE, LETTERBOX, COMMON_GROUND, STATEMENT)
    marked = (THEME_MARK, CLAIM, SIGNATURE, INVOLVEMENT_CONCERN, WRITE_UP, REPLY, AIM, STORY_ROUND)
    tables = (PERSON, *decided, *involved, *said, *marked, MESSAGE)
    return HEAD + "".join(section(table) for table in (*tables, BID, BOARD_PACK, BOARD_ASK, PACK_PIECE))


def section(table) -> str:
    lines = [f"\n## {table.name}\n", "```mermaid", "stateDiagram-v2", f"    [*] --> {table.start}"]
    for state, following in table.moves.items():
        lines += [f"    {state} --> {after}" for after in following]
        if not following:
            lines.append(f"    {state} --> [*]")
    return "\n".join([*lines, "```", ""])


def main() -> None:
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
