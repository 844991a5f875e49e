"""What `alongside serve` says before it serves."""

import pytest

from alongside.config.commands.serve_ import warn_of_address


@pytest.mark.parametrize(
    ("address", "port", "warned"),
    [
        ("http://localhost:8000", 8000, False),
        ("http://localhost:8000", 9000, True),
        ("http://127.0.0.1", 8000, True),
        ("http://127.0.0.1", 80, False),
        ("https://alongside.example.org", 8000, False),  # behind a proxy the ports differ, and should
    ],
)
def test_links_that_would_lead_nowhere_are_said_at_the_start(settings, capsys, address, port, warned) -> None:
    settings.ASSUME_PUBLIC_ADDRESS = address
    warn_of_address(port)
    said = capsys.readouterr()
    assert (f"links in messages lead to {address}" in said.out + said.err) is warned
    assert (f":{port}" in said.out + said.err) is warned
