from enum import StrEnum


class HomeEvent(StrEnum):
    FORGOTTEN = "person_forgotten"
