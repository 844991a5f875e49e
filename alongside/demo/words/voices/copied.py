"""A slip of paper that went round at the drop-in: the same words, or nearly, from people who each mean them.

One answer can reach all of them, and each is told by themselves. All invented.
"""

from ..shapes import Contribution

# fmt: off

COPIED: tuple[Contribution, ...] = (
    Contribution(key="c-wednesday-slip", kind="concern", about=("unit", "brackenroyd"), by="peggy",
        said_days_ago=9, received_days_ago=9, may_use=("internal", "commissioners"), via="signed_in",
        acknowledged_after=2,
        words=(
            "Please keep the drop-in open on Wednesday mornings. It is the only warm place on our side of the beck "
            "that does not cost anything, and the surgery sends us there.")),
    Contribution(key="c-wednesday-paper", kind="concern", about=("unit", "brackenroyd"),
        said_days_ago=9, received_days_ago=8, may_use=("internal",), via="paper", taken_down_by="anita",
        acknowledged_after=1,
        words=(
            "Please keep the drop-in open on Wednesday mornings. It is the only warm place on our side of the beck "
            "that does not cost anything, and the surgery sends us there.")),
    Contribution(key="c-wednesday-phone", kind="concern", about=("unit", "brackenroyd"),
        said_days_ago=8, received_days_ago=8, may_use=("internal", "public"), via="public_page",
        words=(
            "keep the drop in open on wednesday mornings please its the only warm place on our side of the beck that "
            "does not cost anything and the surgery sends us there")),
    Contribution(key="c-wednesday-soup", kind="concern", about=("unit", "brackenroyd"), by="harold",
        said_days_ago=7, received_days_ago=7, may_use=("internal",), via="phone", taken_down_by="callum",
        acknowledged_after=1,
        words=(
            "Keep the drop-in open on Wednesday mornings. It is the only warm place on our side of the beck that does "
            "not cost anything. I know everybody has said that. I make the soup, so I counted: nineteen last week.")),
    Contribution(key="c-wednesday-short", kind="concern", about=("unit", "brackenroyd"),
        said_days_ago=6, received_days_ago=6, may_use=("internal",), via="public_page",
        words="Please keep the drop-in open on Wednesday mornings. It is the only warm place on our side of the beck."),
    Contribution(key="c-wednesday-surgery", kind="question", about=("unit", "brackenroyd"),
        said_days_ago=5, received_days_ago=5, may_use=("internal",), via="public_page",
        words=(
            "Please keep the drop-in open on Wednesday mornings. It is the only warm place on our side of the beck "
            "that does not cost anything, and the surgery sends us there. Has anybody told the surgery?")),
)
