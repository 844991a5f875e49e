from django.utils import translation

from alongside.core.translating import gettext, gettext_lazy


def test_what_is_kept_is_kept_for_each_language() -> None:
    later = gettext_lazy("Monday")
    for language, word in (("en-gb", "Monday"), ("cy", "Dydd Llun"), ("en-gb", "Monday")):
        with translation.override(language):
            assert gettext("Monday") == str(later) == word
    with translation.override(None):
        assert gettext("Monday") == "Monday"
