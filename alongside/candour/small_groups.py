"""What a small group may say of itself stands in `core/small_groups.py`: the journey needs it too."""

from alongside.core.small_groups import Said, Spread, said, spread, together

__all__ = ["Said", "Spread", "said", "spread", "together"]
