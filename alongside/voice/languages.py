"""The languages in which people write to us, by their own names. Only the author says which: letters do not tell
Arabic from Urdu or Polish from Slovak for certain, and a wrong guess is read aloud in the wrong voice.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

OTHER = "und"  # undetermined, as HTML and screen readers know it
# The commonest main languages of England and Wales (census 2021), Welsh first, and those of this island and Ireland.
NAMES: dict[str, str] = {
    "en": "English",
    "cy": "Cymraeg",
    "ar": "العربية",
    "bn": "বাংলা",
    "zh": "中文",
    "fr": "Français",
    "ga": "Gaeilge",
    "gd": "Gàidhlig",
    "gu": "ગુજરાતી",
    "it": "Italiano",
    "lt": "Lietuvių",
    "pa": "ਪੰਜਾਬੀ",
    "fa": "فارسی",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "so": "Soomaali",
    "es": "Español",
    "ta": "தமிழ்",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
    OTHER: _("Another language"),  # type: ignore[dict-item]
}
CHOICES = [("", _("English")), *((code, name) for code, name in NAMES.items() if code != "en")]


def name_of(lang: str) -> str:
    """For staff, to find somebody who reads it; empty when nothing is marked."""
    return str(NAMES.get(lang, "")) if lang != "en" else ""
