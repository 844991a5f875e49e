"""The shape of what is asked before somebody is forgotten."""

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.actor import Medium

MEDIA = [
    (Medium.IN_PERSON, _("Face to face")),
    (Medium.PHONE, _("By phone")),
    (Medium.EMAIL, _("In an e-mail")),
    (Medium.LETTER, _("In a letter")),
    (Medium.PAPER, _("On a form")),
]


class ForgetForm(forms.Form):
    sure = forms.Tick(
        label=_("Yes, forget me. I know that this cannot be undone."),
        required=True,
        needed=_("Tick the box if you are sure."),
    )


class ForgetForThemForm(forms.Form):
    medium = forms.Choice(label=_("How did they ask you?"), choices=MEDIA, needed=_("Say how they asked you."))
    sure = forms.Tick(
        label=_("They asked to be forgotten. I know that this cannot be undone."),
        required=True,
        needed=_("Tick the box if you are sure."),
    )


class ToldForm(forms.Form):
    channel = forms.Choice(
        label=_("How did they hear it?"),
        choices=[
            ("phone", _("By phone")),
            ("text", _("In a text message")),
            ("post", _("In a letter")),
            ("in_person", _("Face to face")),
        ],
        needed=_("Say how they heard it."),
    )
