"""A GOV.UK Notify of our own on this machine: it checks the token and the shape of every request."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from notifications_python_client.authentication import decode_jwt_token, get_token_issuer
from notifications_python_client.errors import TokenError

SERVICE, SECRET = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
KEY = f"tests-{SERVICE}-{SECRET}"
TEMPLATES = {"email": str(uuid.UUID(int=11)), "text": str(uuid.UUID(int=12)), "post": str(uuid.UUID(int=13))}
SHAPES = {  # what each may and must have
    "sms": ({"phone_number", "template_id"}, "text", {"body"}),
    "email": ({"email_address", "template_id"}, "email", {"subject", "body"}),
    "letter": ({"template_id"}, "post", {"subject", "body", "address_line_1", "address_line_2", "address_line_3"}),
}


class Fake:
    def __init__(self) -> None:
        self.taken: dict[str, dict[str, Any]] = {}
        self.status: dict[str, str] = {}  # by id; otherwise "created"
        self.says: tuple[int, str, str] | None = None  # (code, error, message) to everything
        self.asked = 0
        self.dies_after_taking = False

    def take(self, kind: str, told: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if self.says:
            return _error(*self.says)
        must, template, words = SHAPES[kind]
        missing = must - set(told)
        lacking = words - set(told.get("personalisation", {}))
        if missing or told["template_id"] != TEMPLATES[template] or lacking:
            return _error(400, "BadRequestError", f"Missing personalisation: {missing | lacking}")
        number = told.get("phone_number", "+44")
        if not number.startswith("+44"):
            return _error(400, "ValidationError", "phone_number Must not contain letters or symbols")
        if "@nowhere" in told.get("email_address", ""):
            return _error(400, "ValidationError", "email_address Not a valid email address")
        found = str(uuid.uuid4())
        self.taken[found] = {"kind": kind, **told}
        return 201, {"id": found, "reference": told.get("reference"), "uri": "", "template": {}, "content": {}}

    def one(self, found: str) -> dict[str, Any]:
        return {"id": found, "status": self.status.get(found, "created"), "reference": self.taken[found]["reference"]}

    def look(self, path: str, query: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        self.asked += 1
        if self.says:
            return _error(*self.says)
        found = path.rsplit("/", 1)[-1]
        if found in self.taken:
            return 200, self.one(found)
        if found != "notifications":
            return _error(404, "NoResultFound", "No result found")
        wanted = query.get("reference", [""])[0]
        rows = [self.one(each) for each, told in self.taken.items() if told.get("reference") == wanted]
        return 200, {"notifications": rows, "links": {}}


def _error(code: int, error: str, message: str) -> tuple[int, dict[str, Any]]:
    return code, {"status_code": code, "errors": [{"error": error, "message": message}]}


class Handler(BaseHTTPRequestHandler):
    fake: Fake

    def log_message(self, *args: Any) -> None:
        pass

    def _trusted(self) -> bool:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            return get_token_issuer(token) == SERVICE and decode_jwt_token(token, SECRET)
        except TokenError:
            return False

    def _answer(self, code: int, told: dict[str, Any]) -> None:
        body = json.dumps(told).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:  # noqa: N802
        if not self._trusted():
            return self._answer(*_error(403, "AuthError", "Invalid token: signature"))
        parts = urlsplit(self.path)
        return self._answer(*self.fake.look(parts.path, parse_qs(parts.query)))

    def do_POST(self) -> None:  # noqa: N802
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self._trusted():
            return self._answer(*_error(403, "AuthError", "Invalid token: signature"))
        answer = self.fake.take(self.path.rsplit("/", 1)[-1], told)
        if self.fake.dies_after_taking:
            self.close_connection = True
            return self.connection.close()
        return self._answer(*answer)


@contextmanager
def running() -> Iterator[tuple[Fake, str]]:
    fake = Fake()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Of", (Handler,), {"fake": fake}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fake, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
