"""Whether changes held, and what words shaped. All words invented."""

from ..held_shapes import Corrected, Judged, Looked, ShapedBy, Wherein

WHEREIN: dict[str, Wherein] = {
    "ch-car": Wherein(
        kind="job_description",
        thing="Support worker, Lantern Street",
        version="4",
        before="“Must drive, own car.” “Educated to degree level or equivalent.” Box 4 on the shortlisting form.",
    ),
    "ch-taxi": Wherein(
        kind="service",
        thing="Taxis home",
        before="One firm, no driver's name, and nobody to ring when it was late.",
    ),
    "ch-queue": Wherein(
        kind="service",
        thing="The waiting list of Lantern Street",
        before="Nobody rang. Whoever did not pick up twice was taken off the list.",
    ),
    "ch-hours": Wherein(kind="rota", thing="Evening Room", before="Shut at eleven, every night of the week."),
    "ch-porch": Wherein(kind="building", thing="Evening Room, the porch", before="A step, and rain on it."),
    "ch-fridge": Wherein(
        kind="building",
        thing="Nether Holt, the kitchen",
        before="A padlock, and the key on somebody's belt.",
    ),
    "ch-book": Wherein(kind="service", thing="Brackenroyd, the front door", before="A book to sign, surname first."),
    "ch-one-rate": Wherein(
        kind="policy",
        thing="Paying people who take part",
        version="2",
        before="Four rates for the same work, and reading paid as nothing.",
    ),
    "ch-boiler": Wherein(kind="building", thing="Brackenroyd, the boiler", before="Coats on in the front room."),
    "ch-fares": Wherein(kind="money", thing="Fares in cash", before="One key to the safe, and its holder on leave."),
}

JUDGED: tuple[Judged, ...] = (
    Judged(
        change="ch-car",
        contribution="v-bus-pass",
        days_ago=24,
        kind="confirmed",
        size="real",
        words="Box 4 is gone, I asked to see the form. Nobody had to be asked twice.",
    ),
    Judged(
        change="ch-car",
        contribution="v-jrd-degree",
        days_ago=23,
        kind="confirmed",
        size="tweak",
        words="One line. It was the line that kept me out, mind.",
    ),
    Judged(change="ch-queue", contribution="v-waiting-week-ten", days_ago=11, kind="confirmed", size="tweak"),
)

LOOKED: tuple[Looked, ...] = (
    Looked(change="ch-car", due=90, every=6, until=720),
    Looked(change="ch-queue", due=60),
    Looked(change="ch-taxi", due=42),  # the day has come and nobody has looked
    Looked(change="ch-porch", due=150),
    Looked(
        change="ch-book",
        due=90,
        every=3,
        until=720,
        result="held",
        by="stuart",
        words="No book on the desk and none in the drawer. The counter stood at forty-three.",
        theirs="v-brack-book",
        said="held",
        said_words="No book. They know me now so they would not ask anyway.",
    ),
    Looked(
        change="ch-boiler",
        due=120,
        result="held",
        by="stuart",
        words="Nineteen degrees in the front room at nine in the morning, with the door open.",
    ),
    Looked(
        change="ch-fridge",
        due=205,
        result="gone",
        by="anita",
        words="There is a padlock on it again, a new one. It went on in the week when the shopping was stolen.",
    ),
    Looked(
        change="ch-one-rate",
        due=30,
        every=3,
        until=400,
        result="partly",
        by="carys",
        words="One rate, yes. In ten working days, no: of the last twelve, five were later.",
        theirs="v-pay-51",
        said="partly",
        said_words="Eleven days. Then fifteen. She is right to say so.",
    ),
)

CORRECTED: tuple[Corrected, ...] = (
    Corrected(
        change="ch-interpreter",
        days_ago=70,
        by="latifah",
        what="No child interprets at the Bobbin Rooms when the meeting was booked three days before.",
        why="Twice somebody came without an appointment and we did it all the same. The first text said never.",
    ),
)

SHAPED: tuple[ShapedBy, ...] = (
    ShapedBy(decision="jrd-support-worker", contributions=("v-car", "v-bus-pass"), days_ago=29, by="gail",
        how="“Getting about” on the job page is what was said at the table, nearly word for word."),
    ShapedBy(decision="sd-lantern-waiting", contributions=("v-waiting-table",), days_ago=34, by="gail",
        how="The table on page one of the paper was drawn after this, month by month.",
        denied_by="v-waiting-table", denied_days_ago=27,
        denied_words="I asked for it on the wall and you put it in a paper. A paper is where you put things."),
)  # fmt: skip
