"""Staff and trustees of Tenter Row, and the cast whom a visitor of the demonstration can become.

`unit` is a key of organisation.UNITS. `roles` are contributor, coordinator, staff, manager, board,
finance, safeguarding, administrator. `Cast.person` is the key of a contributor or of a member of staff;
keys are unique over both. All invented; every address is under example.org.
"""

from ..shapes import Cast, Staff

# fmt: off

STAFF: tuple[Staff, ...] = (
    Staff(key="judith", name="Judith Harkness", job="Chief executive", unit="board",
        roles=("staff", "manager", "board"), email="judith.harkness@tenter-row.example.org"),
    Staff(key="imran", name="Imran Sadiq", job="Director of services", unit="leadership",
        roles=("staff", "manager"), email="imran.sadiq@tenter-row.example.org"),
    Staff(key="carys", name="Carys Whitham", job="Director of finance", unit="leadership",
        roles=("staff", "manager", "finance"), email="carys.whitham@tenter-row.example.org"),
    Staff(key="nicola", name="Nicola Broadbent-Shaw", job="Head of people and buildings",
        unit="operations", roles=("staff", "manager"),
        email="nicola.broadbent-shaw@tenter-row.example.org"),
    Staff(key="callum", name="Callum Adeyemi-Rudd", job="Co-production coordinator", unit="leadership",
        roles=("staff", "coordinator"), email="callum.adeyemi-rudd@tenter-row.example.org"),
    Staff(key="parveen", name="Parveen Dhillon", job="Safeguarding lead", unit="leadership",
        roles=("staff", "safeguarding"), email="parveen.dhillon@tenter-row.example.org"),
    Staff(key="wendy", name="Wendy Sowerby", job="Systems officer", unit="operations",
        roles=("staff", "administrator"), email="wendy.sowerby@tenter-row.example.org"),
    Staff(key="agnieszka", name="Agnieszka Bell", job="Finance officer", unit="operations",
        roles=("staff", "finance"), email="agnieszka.bell@tenter-row.example.org"),
    Staff(key="desmond", name="Desmond Oldroyd", job="Buildings and fleet officer", unit="operations",
        roles=("staff",), email="desmond.oldroyd@tenter-row.example.org"),
    Staff(key="tracey", name="Tracey Umpleby", job="Recruitment and payroll officer", unit="operations",
        roles=("staff",), email="tracey.umpleby@tenter-row.example.org"),
    Staff(key="zainab", name="Zainab Patel-Crowe", job="Communications officer", unit="operations",
        roles=("staff",), email="zainab.patel-crowe@tenter-row.example.org"),
    Staff(key="leanne", name="Leanne Stott", job="Reception lead", unit="operations", roles=("staff",),
        email="leanne.stott@tenter-row.example.org"),
    Staff(key="gail", name="Gail Ormondroyd", job="Team manager, Lantern Street", unit="lantern",
        roles=("staff", "manager"), email="gail.ormondroyd@tenter-row.example.org"),
    Staff(key="joel", name="Joel Hinchliffe", job="Support worker, Lantern Street", unit="lantern",
        roles=("staff",), email="joel.hinchliffe@tenter-row.example.org"),
    Staff(key="rosalind", name="Rosalind Amoah", job="Senior support worker, Lantern Street",
        unit="lantern", roles=("staff",), email="rosalind.amoah@tenter-row.example.org"),
    Staff(key="benedict", name="Benedict Sharrow", job="Support worker, Lantern Street", unit="lantern",
        roles=("staff",), email="benedict.sharrow@tenter-row.example.org"),
    Staff(key="yasmin", name="Yasmin Ul-Haq", job="Support worker, Lantern Street", unit="lantern",
        roles=("staff",), email="yasmin.ul-haq@tenter-row.example.org"),
    Staff(key="deborah", name="Deborah Fenn", job="Support planning lead", unit="support-plans",
        roles=("staff", "manager"), email="deborah.fenn@tenter-row.example.org"),
    Staff(key="kwame", name="Kwame Asante", job="Support planner", unit="support-plans",
        roles=("staff",), email="kwame.asante@tenter-row.example.org"),
    Staff(key="hilary", name="Hilary Nettleton", job="Head of community services", unit="community",
        roles=("staff", "manager"), email="hilary.nettleton@tenter-row.example.org"),
    Staff(key="stuart", name="Stuart Lumb", job="Manager, Brackenroyd drop-in", unit="brackenroyd",
        roles=("staff", "manager"), email="stuart.lumb@tenter-row.example.org"),
    Staff(key="mehwish", name="Mehwish Javed", job="Drop-in worker", unit="brackenroyd",
        roles=("staff",), email="mehwish.javed@tenter-row.example.org"),
    Staff(key="gareth", name="Gareth Prosser-Lunn", job="Drop-in worker", unit="brackenroyd",
        roles=("staff",), email="gareth.prosser-lunn@tenter-row.example.org"),
    Staff(key="marcus", name="Marcus Brathwaite", job="Manager, the Evening Room", unit="evening-room",
        roles=("staff", "manager"), email="marcus.brathwaite@tenter-row.example.org"),
    Staff(key="ewa", name="Ewa Lis", job="Shift lead, the Evening Room", unit="evening-room",
        roles=("staff",), email="ewa.lis@tenter-row.example.org"),
    Staff(key="fergus", name="Fergus Dunnachie", job="Evening worker", unit="evening-room",
        roles=("staff",), email="fergus.dunnachie@tenter-row.example.org"),
    Staff(key="owen", name="Owen Garside", job="Head of supported living", unit="homes",
        roles=("staff", "manager"), email="owen.garside@tenter-row.example.org"),
    Staff(key="anita", name="Anita Kowalczyk", job="House manager, Nether Holt", unit="nether-holt",
        roles=("staff", "manager"), email="anita.kowalczyk@tenter-row.example.org"),
    Staff(key="sheldon", name="Sheldon Rowe", job="Night worker, Nether Holt", unit="nether-holt",
        roles=("staff",), email="sheldon.rowe@tenter-row.example.org"),
    Staff(key="bukola", name="Bukola Hargreaves", job="Support worker, Nether Holt", unit="nether-holt",
        roles=("staff",), email="bukola.hargreaves@tenter-row.example.org"),
    Staff(key="rebecca", name="Rebecca Thwaite", job="Head of the Bobbin Rooms", unit="talking",
        roles=("staff", "manager"), email="rebecca.thwaite@tenter-row.example.org"),
    Staff(key="bev", name="Bev Cartledge", job="Bobbin Rooms administrator", unit="talking",
        roles=("staff",), email="bev.cartledge@tenter-row.example.org"),
    Staff(key="latifah", name="Latifah Noor", job="Community languages worker", unit="talking",
        roles=("staff",), email="latifah.noor@tenter-row.example.org"),
    Staff(key="piers", name="Piers Aldous", job="Counsellor", unit="talking", roles=("staff",),
        email="piers.aldous@tenter-row.example.org"),
    Staff(key="hafsa", name="Hafsa Rehman", job="Alliance partnership manager", unit="alliance",
        roles=("staff", "manager"), email="hafsa.rehman@tenter-row.example.org"),
    Staff(key="adaeze", name="Adaeze Okonkwo-Ellis", job="Chair of trustees", unit="board",
        roles=("board",), email="adaeze.okonkwo-ellis@tenter-row.example.org"),
    Staff(key="roy", name="Roy Pickersgill", job="Trustee, lead for co-production", unit="board",
        roles=("board",), email="roy.pickersgill@tenter-row.example.org"),
    Staff(key="farzana", name="Farzana Chowdhry", job="Trustee", unit="board", roles=("board",),
        email="farzana.chowdhry@tenter-row.example.org"),
    Staff(key="simon", name="Simon Tranmer", job="Treasurer", unit="board", roles=("board", "finance"),
        email="simon.tranmer@tenter-row.example.org"),
    Staff(key="bronwen", name="Bronwen Idle", job="Trustee", unit="board", roles=("board",),
        email="bronwen.idle@tenter-row.example.org"),
    Staff(key="lloyd", name="Lloyd Samuels", job="Trustee", unit="board", roles=("board",),
        email="lloyd.samuels@tenter-row.example.org"),
    Staff(key="beatrix", name="Beatrix Lumley", job="Advocate, Aldersyke Advocacy", unit="board",
        roles=("concerns_contact",), email="beatrix.lumley@aldersyke-advocacy.example.org"),
)

CAST: tuple[Cast, ...] = (
    Cast(person="mo", role="contributor",
        introduction=(
            "Mo worked thirty years in a mill canteen, sits on interview panels and will tell you "
            "what the taxi did.")),
    Cast(person="ryan", role="contributor",
        introduction=(
            "Ryan came to complain about the door, stayed to see whether anything would change, and "
            "does not expect it to.")),
    Cast(person="callum", role="coordinator",
        introduction=(
            "Callum runs the function on his own: the register, the requests, the chasing, and now "
            "and then a refusal.")),
    Cast(person="gail", role="manager",
        introduction=(
            "Gail manages Lantern Street; one recruitment went well, the next is not yet with "
            "people, and she owes answers.")),
    Cast(person="joel", role="staff",
        introduction="Joel visits people at home for Lantern Street and was late for a good reason."),
    Cast(person="roy", role="board",
        introduction=(
            "Roy is the trustee who leads on co-production and has a seat that has stood empty for "
            "too long.")),
    Cast(person="parveen", role="safeguarding",
        introduction="Parveen looks after safeguarding; her number stands on every page where people write."),
    Cast(person="beatrix", role="concerns_contact",
        introduction=(
            "Beatrix works somewhere else. Contributors chose her to read what was not right about how they "
            "were involved, and nobody else can.")),
    Cast(person="wendy", role="administrator",
        introduction=(
            "Wendy looks after the system: who may do what, the settings, the imports and the "
            "back-up.")),
)
