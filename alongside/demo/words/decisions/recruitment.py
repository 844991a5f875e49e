"""Decisions: recruitment. Shape: words.shapes.Decision; all words invented.

Days are offsets from today: `opened`, `due`, `decided` (missing while open). `with_people` is what the
record must come out as once the seeding has run. A reserved decision taken without people carries
`taken_without_*`: why, and who allowed it (only somebody on the board or the coordinator can).
"""

from ..shapes import Decision

# fmt: off

RECRUITMENT: tuple[Decision, ...] = (
    Decision(key="rec-lantern-sw", title="Support worker, Lantern Street", kind="recruitment",
        unit="lantern", owner="gail", opened=-96, due=-55, decided=-56, trigger="planned",
        with_people=True,
        open=(
            "The questions, how we score, the running order of the day, and which of the candidates "
            "is offered the post."),
        fixed="The grade and the hours (thirty a week, some evenings). One post, not two.",
        who_decides=(
            "The panel of four together. Gail signs the offer and cannot offer to somebody the panel "
            "did not choose."),
        outcome=(
            "Offered to the candidate whom all four put first on the second count; she started five "
            "weeks later."),
        reason=(
            "Two were level on the staff scores. The contributors' scores separated them, because "
            "one had asked the panel a question back.")),
    Decision(key="rec-lantern-sw2", title="Second support worker, Lantern Street", kind="recruitment",
        unit="lantern", owner="gail", opened=-12, due=38, trigger="planned", open="Not said yet.",
        fixed="Thirty hours; the money runs out in two years.", who_decides="Team manager."),
    Decision(key="rec-evening-lead", title="Shift lead, the Evening Room", kind="recruitment",
        unit="evening-room", owner="marcus", opened=-248, due=-200, decided=-201, trigger="planned",
        with_people=True, open="Questions, a practical test, the scores and the choice.",
        fixed="The rota pattern, which was agreed with staff the year before.",
        who_decides="Marcus, one shift worker and two experts by experience, one vote each.",
        outcome="Ewa Lis appointed from inside the team.",
        reason=(
            "The practical test was a real phone message left at ten to midnight. She was the only "
            "one who rang back first and read the form second.")),
    Decision(key="rec-netherholt-night", title="Night worker, Nether Holt", kind="recruitment",
        unit="nether-holt", owner="anita", opened=-206, due=-158, decided=-160, trigger="planned",
        with_people=True, open="Questions, visit to the house as part of the day, the choice.",
        fixed="Waking nights, no lone sleeping shift.",
        who_decides="Anita, Owen and two people who know the house.",
        outcome="Nobody appointed. Post advertised again with the visit moved to the evening.",
        reason=(
            "Both contributors said neither candidate had spoken to a resident when left alone in "
            "the kitchen for ten minutes. Anita had scored one of them high and changed her mind in "
            "the room.")),
    Decision(key="rec-peer-brack", title="Peer worker, Brackenroyd drop-in", kind="recruitment",
        unit="brackenroyd", owner="stuart", opened=-171, due=-120, decided=-118,
        trigger="contributor_led", with_people=True, raised_by="lee",
        open="Everything except the grade: advert, where it is put up, questions, how people are told.",
        fixed="Eighteen hours a week and the grade.",
        who_decides="Three experts by experience and two staff; a majority is enough.",
        outcome=(
            "Appointed a woman who had never applied for a job by form; she answered the questions "
            "walking round the park."),
        reason=(
            "The panel agreed beforehand that the interview could be done moving. Three of five "
            "asked for it.")),
    Decision(key="rec-director-services", title="Director of services", kind="recruitment",
        unit="leadership", owner="judith", opened=-266, due=-230, decided=-228, trigger="planned",
        with_people=True,
        open=(
            "The questions of the public session, the scores of that session, and one of the three "
            "essential points on the person specification."),
        fixed="Salary band, and that trustees make the appointment.",
        who_decides=(
            "Six on the panel: three trustees, three experts by experience. The chair has no casting "
            "vote."),
        outcome="Imran Sadiq appointed.",
        reason=(
            "Four of six in favour. Two would have preferred to advertise again and asked for that "
            "to be written down, which it is.")),
    Decision(key="rec-talking-counsellor", title="Counsellor, evenings", kind="recruitment",
        unit="talking", owner="rebecca", opened=-71, due=-30, decided=-27, trigger="planned",
        with_people=True,
        open="One of the two exercises, the questions about culture and language, the choice.",
        fixed="Registration with a professional body; two evenings a week.",
        who_decides="Rebecca, Piers and two experts by experience.",
        outcome="Piers's second choice was appointed; she was first for the other three.",
        reason=(
            "In the exercise she let a silence run for nearly a minute. Piers had marked it down. "
            "The others had marked it up and said why.")),
    Decision(key="rec-lantern-bank", title="Bank support workers, Lantern Street", kind="recruitment",
        unit="lantern", owner="gail", opened=-238, due=-212, decided=-210, trigger="planned",
        open="Questions and the choice of up to three.",
        fixed="Zero guaranteed hours, which several people said they did not like.",
        who_decides="Team manager.", outcome="Two bank workers taken on.",
        reason="Both had done agency work with us and were known to the people they would be seeing.",
        taken_without_reason=(
            "Gail Ormondroyd writes: two had agreed to be on the panel, one was ill that morning and I went "
            "ahead with one "
            "because a candidate had taken a day off work. I should have moved the day. One person "
            "is not a panel, and she said so in the room."),
        taken_without_by="adaeze"),
    Decision(key="rec-finance-temp", title="Finance assistant, four weeks' cover", kind="recruitment",
        unit="operations", owner="carys", opened=-148, due=-141, decided=-142, trigger="planned",
        who_decides="Head of people and buildings.", outcome="Agency worker engaged for month end.",
        reason="Month end would otherwise have been late and people's fares with it.",
        taken_without_reason=(
            "Carys Whitham writes: it did not cross my mind that agency cover was recruitment. The rule does "
            "not say it is "
            "not. Nobody was asked, by me or anybody."),
        taken_without_by="judith"),
    Decision(key="rec-cleaner-netherholt", title="Cleaner, Nether Holt", kind="recruitment",
        unit="nether-holt", owner="nicola", opened=-100, due=-85, decided=-84, trigger="planned",
        who_decides="House manager.", outcome="Cleaner appointed, twelve hours a week.",
        reason="The house had been without one for seven weeks.",
        taken_without_reason=(
            "Nicola Broadbent-Shaw writes: we asked for two people forty-eight hours before the interviews and "
            "Callum said no. He "
            "was right to. We interviewed anyway because residents had been cleaning the stairs "
            "themselves."),
        taken_without_by="judith"),
    Decision(key="rec-evening-sw", title="Evening worker, the Evening Room", kind="recruitment",
        unit="evening-room", owner="marcus", opened=-24, due=40, trigger="planned",
        open="The questions, a walk through the door with each candidate, the scores and the choice.",
        fixed="Pay grade; shifts end at half past midnight.",
        who_decides="Marcus, Ewa and two experts by experience, one vote each."),
    Decision(key="rec-brack-manager", title="Manager, Brackenroyd drop-in", kind="recruitment",
        unit="brackenroyd", owner="hilary", opened=-44, due=12, trigger="planned",
        open=(
            "The day itself, the questions, an hour in the drop-in with whoever is there, and the "
            "choice."),
        fixed="Full time. The drop-in stays in its building for at least two years.",
        who_decides="Hilary, Imran and three experts by experience."),
    Decision(key="rec-hr-adviser", title="People adviser, two days a week", kind="recruitment",
        unit="operations", owner="nicola", opened=-9, due=47, trigger="planned", open="Not said yet.",
        who_decides="Head of people and buildings."),
    Decision(key="rec-planner", title="Support planner", kind="recruitment", unit="support-plans",
        owner="deborah", opened=-33, due=-3, trigger="planned",
        open="The choice between two internal candidates.",
        fixed="Internal only, because of two posts at risk.", who_decides="Support planning lead."),
    Decision(key="rec-ceo-pa", title="Assistant to the chief executive", kind="recruitment",
        unit="leadership", owner="judith", opened=-330, due=-299, decided=-301, trigger="planned",
        open="Very little.", fixed="Grade and hours.", who_decides="Leadership team.",
        outcome="Appointed from reception.", reason="She already knew everyone who rings."),
    Decision(key="rec-yasmin",
        title="Support worker, Lantern Street (maternity cover made permanent)", kind="recruitment",
        unit="lantern", owner="hilary", opened=-352, due=-325, decided=-322, trigger="planned",
        who_decides="Team manager.", outcome="Cover made permanent.",
        reason="She had done the job for a year and nobody wanted her to stop."),
    Decision(key="rec-drop-in-worker", title="Drop-in worker, Brackenroyd", kind="recruitment",
        unit="brackenroyd", owner="stuart", opened=-371, due=-330, decided=-333, trigger="planned",
        who_decides="Manager of the drop-in.", outcome="Mehwish Javed appointed.",
        reason="She got Farida's table talking while waiting for her own interview."),
    Decision(key="rec-languages", title="Community languages worker", kind="recruitment", unit="talking",
        owner="rebecca", opened=-398, due=-350, decided=-355, trigger="funding_bid",
        who_decides="Head of the Bobbin Rooms.",
        outcome="Latifah Noor appointed for the life of the grant, then extended.",
        reason="The grant asked for four languages; she has five and knows the neighbourhood."),
    Decision(key="rec-finance-officer", title="Finance officer", kind="recruitment", unit="operations",
        owner="carys", opened=-420, due=-380, decided=-378, trigger="planned",
        who_decides="Head of people and buildings.", outcome="Agnieszka Bell appointed.",
        reason="The only one who asked how long people wait for their fares."),
    Decision(key="rec-evening-first", title="Two evening workers for the new Evening Room",
        kind="recruitment", unit="evening-room", owner="marcus", opened=-540, due=-500, decided=-498,
        trigger="funding_bid", open="The questions only.", fixed="Job page, shifts and grade.",
        who_decides="Manager of the Evening Room.", outcome="Two appointed, one left within a month.",
        reason=(
            "The shifts were not described honestly in the advert: it said evenings and meant one in "
            "the morning.")),
    Decision(key="rec-evening-second", title="Evening worker, replacement", kind="recruitment",
        unit="evening-room", owner="marcus", opened=-470, due=-440, decided=-441, trigger="planned",
        who_decides="Manager of the Evening Room.", outcome="Fergus Dunnachie appointed.",
        reason="He had done forty nights as a bank worker."),
    Decision(key="rec-house-manager", title="House manager, Nether Holt", kind="recruitment",
        unit="nether-holt", owner="owen", opened=-530, due=-478, decided=-480, trigger="planned",
        open="A list of questions from residents.", fixed="The choice, which was Owen's.",
        who_decides="House manager.", outcome="Anita Kowalczyk appointed.",
        reason=(
            "Residents met both candidates over tea and gave Owen a list. It was not binding and one "
            "resident asked why not.")),
    Decision(key="rec-hs-homes", title="Head of supported living", kind="recruitment", unit="homes",
        owner="judith", opened=-545, due=-510, decided=-512, trigger="planned",
        who_decides="Head of supported living.", outcome="Owen Garside appointed.",
        reason="He had managed a house before, and had lived above one."),
    Decision(key="rec-planner-first", title="Support planner, new post", kind="recruitment",
        unit="support-plans", owner="deborah", opened=-455, due=-410, decided=-415, trigger="planned",
        who_decides="Support planning lead.", outcome="Kwame Asante appointed.",
        reason="He asked to see a blank plan before the interview and had marked it."),
    Decision(key="rec-nh-days", title="Support worker, days, Nether Holt", kind="recruitment",
        unit="nether-holt", owner="anita", opened=-410, due=-370, decided=-366, trigger="planned",
        who_decides="House manager.", outcome="Bukola Hargreaves appointed.",
        reason="The house manager and one other thought she would last."),
    Decision(key="rec-reception", title="Reception lead", kind="recruitment", unit="operations",
        owner="nicola", opened=-440, due=-402, decided=-399, trigger="planned",
        who_decides="Head of people and buildings.", outcome="Leanne Stott appointed.",
        reason="Eleven years at the desk of a surgery, and two references that said the same thing."),
    Decision(key="rec-comms", title="Communications officer", kind="recruitment", unit="operations",
        owner="nicola", opened=-385, due=-345, decided=-341, trigger="planned",
        who_decides="Head of people and buildings.", outcome="Zainab Patel-Crowe appointed.",
        reason="The other candidate withdrew on the morning."),
    Decision(key="rec-sheldon", title="Night worker, Nether Holt, first round", kind="recruitment",
        unit="nether-holt", owner="anita", opened=-462, due=-425, decided=-430, trigger="planned",
        who_decides="House manager.", outcome="Sheldon Rowe appointed.",
        reason="He was free to start on Monday, and nights had been covered by agency for a month."),
    Decision(key="rec-alliance-lead", title="Alliance partnership manager", kind="recruitment",
        unit="alliance", owner="judith", opened=-505, due=-460, decided=-452, trigger="planned",
        who_decides="The five partners, one vote each.",
        outcome=(
            "Hafsa Rehman appointed; the other partners each had one voice on the panel and we had "
            "two."),
        reason="She was the only one who had worked for a small partner and for a large one."),
    Decision(key="rec-lantern-senior", title="Senior support worker, Lantern Street", kind="recruitment",
        unit="lantern", owner="hilary", opened=-433, due=-395, decided=-397, trigger="planned",
        who_decides="Team manager.", outcome="Rosalind Amoah appointed.",
        reason="The post was kept inside the team, because a change of faces is what people complain of most."),
    Decision(key="rec-talking-admin", title="Administrator, the Bobbin Rooms", kind="recruitment",
        unit="talking", owner="rebecca", opened=-520, due=-488, decided=-490, trigger="planned",
        who_decides="Head of the Bobbin Rooms.", outcome="Bev Cartledge appointed.",
        reason="She knew the records system already."),
    Decision(key="rec-volunteers-drivers", title="Volunteer drivers, first six", kind="recruitment",
        unit="community", owner="judith", opened=-390, due=-350, decided=-344, trigger="planned",
        who_decides="Head of community services.", outcome="Four of six found.",
        reason="Two of six withdrew when they read what the insurance asks."),
    Decision(key="rec-community-head", title="Head of community services", kind="recruitment",
        unit="community", owner="judith", opened=-346, due=-300, decided=-305, trigger="planned",
        who_decides="Head of community services.", outcome="Hilary Nettleton appointed.",
        reason=(
            "Moved across from running Lantern Street, which left that team without a manager for a "
            "month.")),
    Decision(key="rec-coordinator", title="Co-production coordinator", kind="recruitment",
        unit="leadership", owner="judith", opened=-538, due=-515, decided=-517,
        trigger="contributor_led", raised_by="eluned",
        open="Whether there should be a post at all, then all of it.", fixed="One salary.",
        who_decides="Leadership team.", outcome="Callum Adeyemi-Rudd appointed.",
        reason=(
            "The old service forum asked for one named person with the authority to say no, and "
            "three of its members sat on the panel. It was before there was any register to count "
            "them on.")),
    Decision(key="rec-gail", title="Team manager, Lantern Street", kind="recruitment", unit="lantern",
        owner="hilary", opened=-304, due=-290, decided=-289, trigger="planned",
        who_decides="Team manager.", outcome="Gail Ormondroyd confirmed after acting up.",
        reason="Six months of acting up had been the interview."),
)
