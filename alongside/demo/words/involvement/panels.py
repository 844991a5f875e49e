"""Panels: one from the idea of a job to what the panel learned, and one that waits for its last two sheets.

Shape: words.panel_shapes.Panel. Candidates and what they wrote are invented like everybody else.
"""

from ..panel_shapes import Candidate, JobChange, Panel, PanelQuestion

# fmt: off

PANELS: tuple[Panel, ...] = (
    Panel(opportunity="op-lantern-sw", decision="rec-lantern-sw", begun=-95,
        before_people=(("need", -94), ("description", -92), ("advert", -89)),
        members=("mo", "del", "gail", "hilary"), chair="del", joined=-72, asked=-66,
        questions=(
            PanelQuestion(by="mo",
                words="You come to my door and I do not open it. What do you do?",
                shows="Does not push, does not give up, and tells me when they will come again."),
            PanelQuestion(by="del", words="When did you last change your mind because of somebody you work with?",
                shows="A real example, with the other person's reason in it."),
            PanelQuestion(by="gail", words="You are running forty minutes late. Who hears it, and in what order?",
                shows="The person who waits comes before the office.")),
        applied=-69,
        candidates=(
            Candidate(name="Rosalind Amis", contact="r.amis@example.org",
                application="Four years of home visits, mostly evenings. Writes things down with people."),
            Candidate(name="Gareth Pole", contact="01632 960114",
                application="Two years in a day centre. Wants fewer people and more time for each."),
            Candidate(name="Nimmi Sethi", contact="n.sethi@example.org",
                application="Was a carer for her brother, then a support worker in a town like this one."),
            Candidate(name="Tom Kerridge-Hill", contact="t.kerridge@example.org",
                application="New to this work. Nine years at the desk of a library where people came to be warm.")),
        marked=-65,
        marks=(
            ("mo", (("yes", "Writes it down with you."), ("no", "All about himself."),
                ("yes", "Knows both sides."), ("yes", "Warm."))),
            ("del", (("yes", "Evenings."), ("unsure", "Says less."), ("yes", "Been there."),
                ("yes", "A library is a drop-in."))),
            ("gail", (("yes", "Experience."), ("unsure", "Short."), ("yes", "Experience."), ("unsure", "New."))),
            ("hilary", (("yes", "Experience."), ("no", "Thin."), ("yes", "Strong."), ("unsure", "New.")))),
        shortlisted=-63, invited="ACD", shortlist_reason="Three of four said yes or were won over by Mo and Del.",
        scored=-57,
        scores=(
            ("mo", ((3, 3, 2), (5, 4, 5), (4, 4, 3))), ("del", ((3, 2, 3), (5, 5, 4), (4, 5, 3))),
            ("gail", ((5, 4, 4), (4, 4, 5), (2, 3, 3))), ("hilary", ((4, 4, 5), (5, 4, 4), (3, 3, 2)))),
        with_people=tuple((stage, -52) for stage in ("questions", "shortlist", "interview", "scores", "decision")),
        chosen=-57, choice="C", starts=-21, started=-21,
        changes=(
            JobChange(by="del", day=-40, paper="specification", before="Must have a full licence and own car.",
                after="Can get to people at home. Fares are paid, and there is a pool bicycle.",
                why="It shut out people who would walk this job."),
        ),
        reviewed=-50,
        reviews=(
            ("mo", "We wrote the questions before anybody had seen who applied.",
                "The taxi home was forgotten. Nobody should have to ring for one after a day like that."),
            ("del", "Our marks counted the same, and I saw that they did.",
                "Bring us in before the advert is written, not after."),
            ("gail", "Scoring apart and opening it together.", "An hour more before the choice."))),
    Panel(opportunity="op-brack-manager", decision="rec-brack-manager", begun=-43,
        before_people=(("need", -42),),
        members=("jean", "keeley", "tariq", "hilary", "imran"), chair="jean", joined=-14, asked=-12,
        questions=(
            PanelQuestion(by="keeley",
                words="Somebody is shouting in the doorway. What happens in the next two minutes?",
                shows="Stays calm, keeps the others safe, and nobody is thrown out for being loud."),
            PanelQuestion(by="tariq", words="What would you leave exactly as it is?",
                shows="Has been to Brackenroyd, and looked."),
            PanelQuestion(by="hilary", words="What did you stop doing in your last job, and who decided that with you?",
                shows="Decides with people, also when something ends.")),
        with_people=(("questions", -9),),
        applied=-8,
        candidates=(
            Candidate(name="Beatrix Olsen", contact="b.olsen@example.org",
                application="Ran a night shelter for six years. Left when the showers were closed."),
            Candidate(name="Moses Achterberg", contact="01632 960187",
                application="Deputy in a drop-in twice this size. Grew up three streets from here."),
            Candidate(name="Sunniva Pratt", contact="s.pratt@example.org",
                application="Came to a drop-in herself for a year, ten years ago. Manages a community kitchen now.")),
        marked=-3,
        marks=(
            ("keeley", (("yes", "Stood up for the showers."), ("yes", "Knows the streets."), ("yes", "Knows it."))),
            ("tariq", (("unsure", "Nights are not days."), ("yes", "From here."), ("yes", "Would listen."))),
            ("hilary", (("yes", "Strong."), ("yes", "Strong."), ("unsure", "Smaller place."))))),
)
