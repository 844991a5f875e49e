"""Themes to begin with, in our own words: an organisation that takes them owns them, and changes what does not fit.

None was found by counting words: each is something that organisations can do something about. Pure.
"""

from django.utils.translation import gettext_lazy as _

STARTER = (
    (
        _("Getting in"),
        _(
            "Finding out that there is a service, being referred, being let in or turned away, opening "
            "hours, who it is for."
        ),
    ),
    (
        _("Waiting"),
        _(
            "Waiting for a first appointment, between appointments, in the waiting room, for a call or a "
            "letter; the list, delays and cancelled times."
        ),
    ),
    (
        _("How people are treated"),
        _(
            "Kindness, respect, patience, being spoken down to or not believed; the manner of staff, "
            "volunteers and reception."
        ),
    ),
    (
        _("Being listened to and deciding together"),
        _(
            "Having a say in one's own care or plan, being asked, being heard, choices, plans made with "
            "somebody or without them."
        ),
    ),
    (
        _("Information and letters"),
        _(
            "Being told what happens and why, leaflets, letters, websites, plain words, other languages, "
            "Easy Read, being kept up to date."
        ),
    ),
    (
        _("Reaching us"),
        _("Phones that nobody answers, no reply to messages, whom to ring, out of hours, online forms, video calls."),
    ),
    (
        _("The same people, joined up"),
        _(
            "Seeing the same worker, having to tell the story again, hand-overs, services that do not "
            "talk to each other, moving on and being discharged."
        ),
    ),
    (
        _("Help that helps"),
        _(
            "Whether it made a difference: treatment, therapy, medicines, advice, groups, practical help,"
            " getting better or not."
        ),
    ),
    (
        _("Safety"),
        _("Feeling safe or not, staff being there at night, mistakes, restraint, crisis and what happens in it."),
    ),
    (
        _("Places and things"),
        _("Buildings, rooms, noise, heating, cleanliness, toilets, ramps and lifts, food and drink, equipment."),
    ),
    (
        _("Getting there and what it costs"),
        _("Travel, parking, buses and taxis, distance, fares, expenses, payment for taking part, benefits."),
    ),
    (
        _("Fairness and belonging"),
        _(
            "Being left out or welcome as who one is: disability, race, faith, age, sex, gender, "
            "language, money; interpreters and adjustments."
        ),
    ),
    (
        _("Families, carers and friends"),
        _("How those close to somebody are told, asked, supported, or left out; carers' own needs."),
    ),
    (
        _("Having a say in how things are run"),
        _("Meetings, panels, recruitment, papers, votes, being asked too late, hearing what came of it."),
    ),
)
