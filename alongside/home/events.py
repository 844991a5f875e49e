from enum import StrEnum


class HomeEvent(StrEnum):
    FORGOTTEN = "person_forgotten"
    TOLD_ANOTHER_WAY = "told_another_way"
