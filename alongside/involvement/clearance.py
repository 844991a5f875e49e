"""The pass without which nothing opens.

A pass, not a phone call: whether an opportunity is token on its face is read in `candour`, which sits above. Only
`candour` makes a `Clearance`, and the page with the button stands there (tests/house/test_passes.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clearance:
    """For one opportunity as it stood at `version`. `reason`: why it opens although it is token on its face, from
    somebody who stands behind it; empty when it is not.
    """

    opportunity_id: int
    version: int
    reason: str = ""
