"""How much there is of everything."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Size:
    name: str
    decisions: int
    contributions: int
    units: int = 40
    people: int = 5_000
    staff: int = 200
    opportunities: int = 300
    events: int = 20_000  # beside those that what was said and answered brings with it
    messages: int = 5_000
    wide: bool = False  # words of a large vocabulary, as people use them, instead of a few sentences again and again

    def tenth(self) -> "Size":
        """The neighbour in the same installation: its rows must not be found, nor slow anybody down."""
        return replace(
            self,
            decisions=self.decisions // 10,
            contributions=self.contributions // 10,
            people=self.people // 10,
            staff=self.staff // 10,
            opportunities=self.opportunities // 10,
            events=self.events // 10,
            messages=self.messages // 10,
        )


SIZES = {
    size.name: size
    for size in (
        Size("small", decisions=1_000, contributions=10_000),
        Size("large", decisions=100_000, contributions=1_000_000),
    )
}
# For looking for words. Only what is said matters, so there is little beside it.
SEARCHED = {
    size.name: size
    for size in (
        Size("searched", decisions=1_000, contributions=1_000_000, events=1_000, messages=100, wide=True),
        Size("searched-small", decisions=1_000, contributions=10_000, events=1_000, messages=100, wide=True),
    )
}
# For signs of tokenism: many decisions about which people were asked.
SIGNED = {
    size.name: size
    for size in (
        Size("signed", decisions=20_000, contributions=1_000_000, opportunities=5_000, events=1_000, messages=100),
        Size("signed-small", decisions=1_000, contributions=10_000, events=1_000, messages=100),
    )
}
# For the map and the figures of a period.
COUNTED = {
    size.name: size
    for size in (
        Size("counted", decisions=20_000, contributions=1_000_000, opportunities=5_000, events=1_000, messages=100),
        Size("counted-small", decisions=10_000, contributions=100_000, opportunities=2_500, events=1_000, messages=100),
    )
}
