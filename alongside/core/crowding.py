"""Too much from one place: a script, a key that hangs, or a day centre where everybody uses the same wifi.

Whatever is over the limit is not kept, and the page says so with the words still in it: nobody loses a sentence and
nobody is told that we have what we have not. Decided so because the other ways are worse: to drop silently, to keep
without telling the readers, or to ask for proof that somebody is human, which keeps out people and not scripts.

The same words from the same place to the same part of us, within ten minutes, are kept once. We cannot give the second
one the code of the first: two people at one wifi may mean the same, and a code belongs to one. So the page says that
they are here, and what to do if it was somebody else. A few words are said by many (“Fine, thank you”): those are
kept some more times. Going back and saying it again is another thing, and gets the first page: see views/speaking.py.
"""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.utils.translation import gettext as _

from . import tallies
from .errors import Refused

WINDOW = 10 * 60
ANSWERS_EACH = 30  # of a question to many, by each who begins to answer it: as many as somebody presses in ten minutes
FEW, MOST_OF_FEW = 20, 5  # letters; how often they are kept


def check_answer(asker: str, organisation_id: int, question: str, *, begins: bool) -> None:
    """One question to many, where anybody answers. Each browser counts once, and whoever throws its cookie away is
    another one: so the beginners of one place are counted, in the transaction in which their answer is kept, and how
    often a button is pressed there. Never what was answered, nor by which of them.
    """
    most, place = settings.MOST_FROM_ONE_PLACE, place_of(asker)
    pressed = tallies.add(tallies.key_of("pressed", organisation_id, place, question), WINDOW)
    begun = tallies.add(tallies.key_of("begun", organisation_id, place, question), WINDOW) if begins else 0
    if most > 0 and (begun > most or pressed > most * ANSWERS_EACH):
        raise Refused(
            _(
                "Very many answered from where you are in the last ten minutes, so this answer is not counted yet. Wait"
                " ten minutes and press the button again, or ask for the question on paper."
            )
        )


def check(asker: str, organisation_id: int, where: str, words: str) -> None:
    """Inside the transaction in which something is kept: what is refused was not counted. `where`: to what part."""
    place = place_of(asker)
    most = settings.MOST_FROM_ONE_PLACE
    # Without a limit nothing is counted: whoever is counted under one key waits for whoever came before.
    if most > 0 and tallies.add(tallies.key_of("said", organisation_id, place), WINDOW) > most:
        raise Refused(
            _(
                "Very much was said from where you are in the last ten minutes, so this is not kept yet. Your words are"
                " still here. Wait ten minutes and press the button again, or tell somebody who works here."
            )
        )
    plain = " ".join(words.casefold().split())
    same = tallies.add(tallies.key_of("same", organisation_id, place, where, plain), WINDOW)
    if same > (MOST_OF_FEW if len(plain) < FEW else 1):
        raise Refused(
            _(
                "We have these very words already: they came from where you are a few minutes ago. If it was you, they"
                " are kept and you can stop here. If it was somebody else, add a few words of your own."
            ),
            field="words",
        )


def place_of(asker: str) -> str:
    """One address; of the long ones the part that one household has, as every device there has many."""
    try:
        address = ipaddress.ip_address(asker)
    except ValueError:
        return asker
    if address.version == 6 and address.ipv4_mapped is None:
        return str(ipaddress.ip_network(f"{address}/64", strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
