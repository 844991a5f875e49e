"""What several forms share."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms

from ..shapes import Uses

OWN_USES = {
    "inside": gettext_lazy("People who work here may use them, in meetings and reports"),
    "commissioners": gettext_lazy("Those who pay for the services may see them"),
    "public": gettext_lazy("Anyone may see them, on the page “What came of it”"),
    "credit": gettext_lazy("Put my name beside them"),
}
BY_ADDRESS = gettext_lazy(
    "Open each of them under Voices and copy its address here, with a space between two. "
    "The code at the end of the address is enough."
)

THEIR_USES = {
    "inside": gettext_lazy("People who work here may use them, in meetings and reports"),
    "commissioners": gettext_lazy("Those who pay for the services may see them"),
    "public": gettext_lazy("Anyone may see them, on the page “What came of it”"),
    "credit": gettext_lazy("Their name may stand beside them"),
}


def verbatim(**facts: Any) -> Any:
    """Words that are kept as they were typed, the spaces around them too."""
    return forms.Words(strip=False, **facts)


def uses_of(data: dict[str, Any]) -> Uses:
    chosen = data.pop("uses", [])
    return Uses(**{name: name in chosen for name in OWN_USES})


def uses_as_list(uses: Uses) -> list[str]:
    return [name for name in OWN_USES if getattr(uses, name)]


class Told(forms.Form):
    """`own`: its author fills it in. Otherwise it asks how the one who fills it in knows what the author wants."""

    medium = forms.Choice(
        label=gettext_lazy("How do you know what they want?"),
        choices=list(MEDIA.items()),
        help_text=gettext_lazy("They can see that you wrote this down, when, and from what."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["medium"]
        else:
            self.order_fields([name for name in self.fields if name != "medium"])
