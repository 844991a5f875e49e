"""Database fields without domain words."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from .codes import new_code


class CodeField(models.CharField):  # type: ignore[type-arg]
    """The random code that stands in addresses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("default", new_code)
        kwargs.setdefault("editable", False)
        kwargs.setdefault("unique", True)
        super().__init__(*args, **kwargs)


class PersonalText(models.TextField):  # type: ignore[type-arg]
    """A name, a contact, a need or a note about somebody.

    Encryption can come under this type later, so the database may not search or sort it: only `isnull`
    is allowed. Whole values and words are found through `core.lookups`, which works on keyed digests.
    """

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"Personal text cannot be searched with '{lookup_name}'. Use core.lookups.")
        return super().get_lookup(lookup_name)
