"""What the coordinator says that each voice is about: the themes by name, the contributions by key.

Nights and doors are spoken of more and more. The names are those that
everybody may begin with (voice/starter_themes.py).
"""

from ..shapes import Themed

# fmt: off

THEMES: tuple[Themed, ...] = (
    Themed(theme="Waiting", about=(
        "o-wait-me", "v-talk-nineteen", "v-waiting-table", "v-waiting-withheld", "v-joel-late", "o-talking-late",
        "v-waiting-week-ten", "v-waiting-when", "v-waiting-letter", "v-comp-tribunal", "v-visit-missed")),
    Themed(theme="Getting in", about=(
        "o-digital", "o-drop-in-young", "o-lantern-saturday", "v-talk-men", "v-evening-yusuf", "v-evening-turned",
        "v-brack-book", "o-sunday", "c-wednesday-slip")),
    Themed(theme="How people are treated", about=(
        "v-taxi-home", "v-talk-faith", "v-joel-late", "v-training-boss", "v-race-when", "v-board-word-again",
        "v-annual-story", "v-netherholt-inspect", "v-talk-radio", "v-training-invoice")),
    Themed(theme="Being listened to and deciding together", about=(
        "v-plan-students", "v-plan-box", "v-plan-four", "o-plan-trust", "v-plan-thirty", "v-conf-differ", "v-plan-copy",
        "o-netherholt-audit")),
    Themed(theme="Information and letters", about=(
        "o-plan-language", "o-letters-second", "o-hafsa-words", "o-adviser", "v-jargon", "v-letters-hanh",
        "v-letters-text", "v-letters-envelope", "v-letters-page3", "v-talk-arabic", "v-waiting-letter",
        "o-netherholt-post")),
    Themed(theme="Reaching us", about=(
        "v-web-chat", "v-weekend-phone", "v-web-button", "o-phone-again", "v-phone-voice", "v-phone-menu",
        "v-waiting-withheld")),
    Themed(theme="The same people, joined up", about=(
        "v-visit-three", "o-dog-bite", "o-rota-nights", "v-moving-back", "o-lantern-files")),
    Themed(theme="Safety", about=(
        "o-evening-ramp", "o-evening-women", "o-police-number", "v-evening-police", "o-veto", "o-exclusion",
        "o-exclusion-ryan", "o-night-list", "o-rota-nights", "o-training-desk", "o-confidential-bus", "v-driver",
        "v-netherholt-night")),
    Themed(theme="Places and things", about=(
        "o-lamp", "v-heat-room", "o-training-room-lift", "o-netherholt-heat", "o-choir-piano", "o-talk-stairs",
        "v-chairs", "v-evening-tv", "v-evening-food", "v-netherholt-mattress", "v-hall-lunch", "o-race-menu",
        "v-evening-noise", "v-brack-heat", "v-netherholt-kitchen", "o-evening-sleep")),
    Themed(theme="Getting there and what it costs", about=(
        "o-bus-villages", "v-bus-pass", "v-car", "v-taxi-home", "v-taxi-step", "v-pay-51", "v-pay-cash", "v-pay-kully",
        "v-pay-old", "o-accounts", "v-evening-yusuf")),
    Themed(theme="Fairness and belonging", about=(
        "v-jrd-degree", "o-race-desk", "o-race-menu", "v-talk-child", "v-evening-fasting", "v-brack-women")),
    Themed(theme="Families, carers and friends", about=("o-carers", "v-talk-child")),
    Themed(theme="Having a say in how things are run", about=(
        "o-rota", "o-chair", "o-budget-next", "v-brack-box", "v-board-sheet", "o-alliance-vote", "v-score-count",
        "v-not-chosen", "v-questions-six", "v-alliance-after", "v-danuta-papers", "o-seat-support", "v-board-seat",
        "v-comp-lorraine", "v-lunch-volunteer", "o-alliance-reports", "v-brack-friday", "v-comp-sorry"),
        not_about=("v-talk-silence", "v-web-chat")),
)
