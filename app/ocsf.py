"""Write the access log for the operator's monitoring as JSON lines in OCSF.

OCSF is the Open Cybersecurity Schema Framework. Events: HTTP Activity (4002) for each request; Authentication (3002)
for each sign-in, refused ones included, and for each sign-out. Account Change (3001): an act of an operator, or of
an administrator of an organisation, on an account.
A line has ids, addresses and codes: never a name, an e-mail address, a body, a query string or a secret.
Not here: the access log of a team, which its auditors read (`services/audit/access_log.py`), and log lines (`log.py`).
"""

import json
import logging
import os
import sys
from io import TextIOWrapper
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from app import VERSION, clock, log

_SCHEMA: Final = "1.3.0"
_NETWORK, _HTTP_ACTIVITY, _IAM, _ACCOUNT_CHANGE, _AUTHENTICATION = 4, 4002, 3, 3001, 3002
_METHODS: Final = {
    name: number
    for number, name in enumerate(("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT", "TRACE"), start=1)
}
_OTHER: Final = 99
_INFORMATIONAL, _LOW, _MEDIUM = 1, 2, 3
_SUCCESS, _FAILURE = 1, 2
LOGON, LOGOFF = 1, 2
#: Activities of Account Change. The rights of an account are policies that are attached to it.
CREATED, ENABLED, RESET, DISABLED, GRANTED, WITHDRAWN = 1, 2, 4, 5, 7, 8
_CHANGES: Final = {
    CREATED: "Create",
    ENABLED: "Enable",
    RESET: "Password Reset",
    DISABLED: "Disable",
    GRANTED: "Attach Policy",
    WITHDRAWN: "Detach Policy",
}
_logger = log.get("monitoring")


class _File(WatchedFileHandler):
    """A file that only its owner can read, reopened after it was moved away (logrotate)."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - a name of the library
        """Log the loss in the server's own log; the request was served."""
        _logger.error("a line of the access log is lost", error=str(sys.exc_info()[1]))


class _Sink:
    handler: logging.Handler | None = None


def configure(where: str | None) -> None:
    """Write events from now on: `-` to standard output, otherwise to a file; `None` ends it. Raises `OSError`."""
    if _Sink.handler is not None:
        _Sink.handler.close()
    if where is None:
        _Sink.handler = None
    else:
        _Sink.handler = logging.StreamHandler(sys.stdout) if where == "-" else _File(Path(where))


def http_activity(
    *,
    request_id: UUID,
    method: str,
    path: str,
    code: int,
    seconds: float | None,
    address: str,
    user_agent: str,
    account: UUID | None,
    session: UUID | None,
) -> None:
    """Write a request that was answered with `code` (0: it was interrupted). `path`: without secrets."""
    if _Sink.handler is None:
        return
    activity = _METHODS.get(method, _OTHER)
    event = _event(_NETWORK, _HTTP_ACTIVITY, activity, address)
    event |= {
        "activity_name": method.capitalize(),
        "severity_id": _MEDIUM if code == 0 or code >= 500 else _INFORMATIONAL,  # noqa: PLR2004 - server errors
        "status_id": _SUCCESS if 0 < code < 400 else _FAILURE,  # noqa: PLR2004 - refusals
        "http_request": {
            "uid": str(request_id),
            "http_method": method,
            "url": {"path": path},
            "user_agent": user_agent[:300],
        },
        "http_response": {"code": code},
    }
    if seconds is not None:
        event["duration"] = round(seconds * 1000)
    if account is not None:
        event["actor"] = {"user": {"uid": str(account)}, "session": {"uid": str(session)}}
    _write(event)


def authentication(
    activity: int, *, address: str | None, account: UUID | None, session: UUID | None = None, refused: str | None = None
) -> None:
    """Write a sign-in (`LOGON`) or sign-out (`LOGOFF`). `refused`: code of the refusal; `account` `None`: unknown."""
    if _Sink.handler is None:
        return
    event = _event(_IAM, _AUTHENTICATION, activity, address)
    event |= {
        "activity_name": "Logon" if activity == LOGON else "Logoff",
        "severity_id": _INFORMATIONAL if refused is None else _LOW,
        "status_id": _SUCCESS if refused is None else _FAILURE,
        "user": {"name": "unknown"} if account is None else {"uid": str(account)},
        "service": {"name": "Liaison"},
        "auth_protocol_id": _OTHER,
        "auth_protocol": "password",
        "is_mfa": False,
    }
    if refused is not None:
        event["status_detail"] = refused
    if session is not None:
        event["session"] = {"uid": str(session)}
    _write(event)


def account_change(activity: int, *, actor: UUID, account: UUID) -> None:
    """Write an act of an operator or an organisation on an account. `activity`: a key of `_CHANGES`."""
    if _Sink.handler is None:
        return
    event = _event(_IAM, _ACCOUNT_CHANGE, activity, None)
    event |= {
        "activity_name": _CHANGES[activity],
        "severity_id": _LOW,
        "status_id": _SUCCESS,
        "actor": {"user": {"uid": str(actor)}},
        "user": {"uid": str(account)},
    }
    _write(event)


def _event(category: int, kind: int, activity: int, address: str | None) -> dict[str, Any]:
    event: dict[str, Any] = {
        "class_uid": kind,
        "category_uid": category,
        "activity_id": activity,
        "type_uid": kind * 100 + activity,
        "time": int(clock.now().timestamp() * 1000),
        "metadata": {"version": _SCHEMA, "product": {"name": "Liaison", "vendor_name": "Liaison", "version": VERSION}},
    }
    if address:
        event["src_endpoint"] = {"ip": address}
    return event


def _write(event: dict[str, Any]) -> None:
    assert _Sink.handler is not None
    _Sink.handler.handle(logging.makeLogRecord({"msg": json.dumps(event, separators=(",", ":"))}))
