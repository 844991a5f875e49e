import pytest

from .importing import Brought


@pytest.fixture
def bring(cast, tmp_path) -> Brought:
    return Brought(cast, tmp_path)
