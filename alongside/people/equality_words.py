"""Questions to begin with. An organisation that takes them owns them: it rewords them, leaves some out, adds its own.

Wordings that were tested elsewhere stand as they are, with where they come from; about sex and gender identity nothing
is settled, so they are two questions, and neither is ever told by the other. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

YES_NO = (_("Yes"), _("No"))
HARMONISED = _("The wording of the harmonised standards of the Government Statistical Service")
CENSUS = _("The wording of the census of England and Wales in 2021")


@dataclass(frozen=True)
class Starter:
    name: Any
    text: Any
    choices: tuple[Any, ...] = field(default=YES_NO)
    own_words: bool = False
    source: Any = ""


STARTER = (
    Starter(
        _("Age"),
        _("How old are you?"),
        (
            *(_("Under 16"), _("16 to 24"), _("25 to 34"), _("35 to 44"), _("45 to 54"), _("55 to 64")),
            *(_("65 to 74"), _("75 or older")),
        ),
    ),
    Starter(
        _("Ethnic group"),
        _("What is your ethnic group?"),
        (
            _("White: English, Welsh, Scottish, Northern Irish or British"),
            *(_("White: Irish"), _("White: Gypsy or Irish Traveller"), _("White: Roma"), _("White: any other")),
            *(_("Mixed: White and Black Caribbean"), _("Mixed: White and Black African"), _("Mixed: White and Asian")),
            _("Mixed: any other"),
            *(_("Asian: Indian"), _("Asian: Pakistani"), _("Asian: Bangladeshi"), _("Asian: Chinese")),
            _("Asian: any other"),
            *(_("Black: Caribbean"), _("Black: African"), _("Black: any other")),
            *(_("Arab"), _("Any other ethnic group")),
        ),
        own_words=True,
        source=CENSUS,
    ),
    Starter(
        _("Health"),
        _(
            "Do you have any physical or mental health conditions or illnesses lasting or expected to last for 12"
            " months or more?"
        ),
        source=HARMONISED,
    ),
    Starter(
        _("What health makes harder"),
        _("Do any of your conditions or illnesses reduce your ability to carry out day-to-day activities?"),
        (_("Yes, a lot"), _("Yes, a little"), _("Not at all"), _("I have none")),
        source=HARMONISED,
    ),
    Starter(_("Sex"), _("What is your sex?"), (_("Female"), _("Male")), source=CENSUS),
    Starter(
        _("Gender identity"),
        _("Is the gender you identify with the same as your sex registered at birth?"),
        own_words=True,
        source=CENSUS,
    ),
    Starter(
        _("Sexual orientation"),
        _("Which of the following best describes your sexual orientation?"),
        (_("Straight or heterosexual"), _("Gay or lesbian"), _("Bisexual"), _("Another sexual orientation")),
        own_words=True,
        source=HARMONISED,
    ),
    Starter(
        _("Religion"),
        _("What is your religion?"),
        (
            *(_("No religion"), _("Buddhist"), _("Christian"), _("Hindu"), _("Jewish"), _("Muslim"), _("Sikh")),
            _("Any other religion"),
        ),
        own_words=True,
        source=CENSUS,
    ),
    Starter(
        _("Looking after somebody"),
        _("Do you look after somebody who is ill, disabled or old, without being paid for it?"),
        (_("No"), _("Yes, up to 19 hours a week"), _("Yes, 20 to 49 hours a week"), _("Yes, 50 hours a week or more")),
    ),
    Starter(_("Care"), _("Were you ever in care when you were a child?")),
    Starter(
        _("Language"),
        _("What is the language you speak best?"),
        (_("English"), _("Welsh"), _("British Sign Language"), _("Another language")),
        own_words=True,
    ),
)

# Never asked, however it is worded: what somebody is diagnosed with, and what money they get.
NEVER = (
    r"\bdiagnos",
    r"\b(housing|state|welfare|disability|sickness|incapacity|attendance|carer.?s|jobseeker.?s)\s+(benefit|allowance)",
    r"\bbenefits\b",
    r"\bon benefit\b",
    r"\b(universal|pension) credit\b",
    r"\bincome support\b",
    r"\bpersonal independence payment\b",
    r"\b(PIP|ESA|DLA|JSA)\b",
)
