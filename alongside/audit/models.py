"""The event log: opaque numbers, no foreign keys, every row chained to the one before it.

An event stays for ever; what it was about stands in its own row with a salt, so that dropping that row
erases the content while the chain still verifies.
"""

from django.db import models


class Event(models.Model):
    chain = models.BigIntegerField()  # the organisation's number; 0 is the installation
    seq = models.BigIntegerField()  # 1, 2, 3 … without a gap in each chain
    at = models.DateTimeField()
    room = models.CharField(max_length=20)
    name = models.CharField(max_length=40)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.BigIntegerField(null=True)
    on_behalf_of = models.BigIntegerField(null=True)
    medium = models.CharField(max_length=10, blank=True)
    target_type = models.CharField(max_length=40)
    target = models.CharField(max_length=32)
    commitment = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="event_seq_once")]
        indexes = [models.Index(fields=["chain", "target_type", "target"], name="event_of_target")]

    def __str__(self) -> str:
        return f"{self.chain}/{self.seq} {self.room}.{self.name}"


class Content(models.Model):
    """What an event said, and the salt of its commitment. Erasing it leaves the event whole."""

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="content")
    salt = models.CharField(max_length=32)
    facts = models.JSONField()

    def __str__(self) -> str:
        return str(self.event_id)


class Row(models.Model):
    """One row of an import: which thing it made or changed, and the commitment to what it held."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    target = models.CharField(max_length=32)
    commitment = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="audit_row_once")]

    def __str__(self) -> str:
        return f"{self.event_id}/{self.number}"


class Head(models.Model):
    """The end of each chain: locked last in a transaction, so that two writers queue here."""

    chain = models.BigIntegerField(primary_key=True)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.chain}/{self.seq}"
