"""Who may read the map and the figures."""

from .figures import can_see_figures, check_can_see_figures

__all__ = ["can_see_figures", "check_can_see_figures"]
