from hypothesis import given
from hypothesis import strategies as st

from alongside.audit import sealing

values = st.integers() | st.text(max_size=20) | st.none() | st.booleans()
facts = st.dictionaries(st.text(max_size=5), values, max_size=4)


@given(facts)
def test_the_same_facts_have_one_text(value) -> None:
    assert sealing.canonical(value) == sealing.canonical(dict(reversed(list(value.items()))))


@given(st.text(), st.text())
def test_a_commitment_holds_for_its_content_only(text: str, other: str) -> None:
    salt = sealing.new_salt()
    assert (sealing.commitment(salt, text) == sealing.commitment(salt, other)) is (text == other)


def test_without_the_salt_equal_contents_look_different() -> None:
    assert sealing.commitment(sealing.new_salt(), "yes") != sealing.commitment(sealing.new_salt(), "yes")
