"""What every room's tables share. No domain words."""

from django.db import connection, models
from django.utils import timezone


class Once(models.Model):
    """One filled-in form, so that sending it twice does its work once. Emptied after a week."""

    token = models.CharField(max_length=32, primary_key=True)
    location = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.token

    @classmethod
    def begin(cls, token: str) -> bool:
        """Whether this is the first. One statement; a second at once waits until the first is kept or was undone."""
        table, adapt = connection.ops.quote_name(cls._meta.db_table), connection.ops.adapt_datetimefield_value
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (token, location, at) VALUES (%s, '', %s) ON CONFLICT (token) DO NOTHING",  # noqa: S608
                [token, adapt(timezone.now())],
            )
            return bool(cursor.rowcount == 1)


class Tally(models.Model):
    """How often something came, until then. The key is a keyed digest; rows that are over go daily."""

    key = models.CharField(max_length=32, primary_key=True)
    until = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.key


class Ran(models.Model):
    """When something that runs by itself was last begun, and last done to its end."""

    name = models.CharField(max_length=32, primary_key=True)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # of the last one that came to its end

    def __str__(self) -> str:
        return self.name
