from enum import StrEnum


class AuditEvent(StrEnum):
    ERASED = "erased"
