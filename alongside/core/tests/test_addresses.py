import pytest

from alongside.core.addresses import asking


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ({"standing": "with", "kind": "policy"}, "/harbour/?standing=with&kind=policy"),
        ({"standing": "", "kind": "policy"}, "/harbour/?kind=policy"),
        ({"name": "Ó Briain & Söhne/+?"}, "/harbour/?name=%C3%93+Briain+%26+S%C3%B6hne%2F%2B%3F"),
        ({"standing": ""}, "/harbour/"),
        ({}, "/harbour/"),
    ],
)
def test_asking(asked: dict[str, str], address: str) -> None:
    assert asking("/harbour/", asked) == address
