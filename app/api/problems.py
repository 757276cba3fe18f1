"""Turns errors into `application/problem+json` answers (RFC 9457).

A validation problem names each field and never repeats the input. Absent and invisible items get byte-identical
answers.
"""

from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from fastapi.requests import HTTPConnection
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from app import log
from app.connections import is_away, is_in_the_way
from app.errors import Busy, DatabaseAway, Malformed, NotFound, Refusal, Unauthenticated
from app.i18n.phrases import Phrase

_logger = log.get("problems")
MEDIA_TYPE = "application/problem+json"


def problem(refusal: Refusal) -> Response:
    """Return the problem document for a refusal."""
    body: dict[str, Any] = {
        "type": f"/problems/{refusal.code}",
        "title": refusal.title,
        "status": refusal.status,
        "detail": refusal.detail,
        "code": refusal.code,
    }
    if refusal.field is not None:
        body["errors"] = [{"field": refusal.field, "message": refusal.detail}]
    headers = refusal.headers
    if refusal.status == Unauthenticated.status:
        headers = {"WWW-Authenticate": "Bearer"} | headers  # RFC 9110, 15.5.2: a 401 names a scheme
    return JSONResponse(body | refusal.extra, refusal.status, headers=headers, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Register the handlers for all expected errors. The middleware calls `failed` for unexpected ones."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(WebSocketRequestValidationError, _invalid)  # WebSocket handshakes get the same answer
    app.add_exception_handler(HTTPException, _http)


async def _refused(_: HTTPConnection, error: Exception) -> Response:
    return problem(cast("Refusal", error))


async def _invalid(_: HTTPConnection, error: Exception) -> Response:
    errors = cast("RequestValidationError | WebSocketRequestValidationError", error).errors()
    if any(each["type"] == "json_invalid" for each in errors):
        return problem(Malformed("The request is not valid JSON."))
    if all(each["loc"][0] == "path" for each in errors):
        return problem(NotFound())  # an invalid id gets the same answer as an absent one
    fields = [{"field": _field(each), "message": each["msg"]} for each in errors]
    named = ", ".join(dict.fromkeys(field["field"] for field in fields))
    body = {
        "type": "/problems/invalid",
        "title": "Some values are not valid",
        "status": 422,
        "detail": Phrase("Check these fields: {named}.", named=named),
        "code": "invalid",
        "errors": fields,
    }
    return JSONResponse(body, 422, media_type=MEDIA_TYPE)


def _field(error: dict[str, Any]) -> str:
    """Return the field at fault. A rule over a whole form names the field to change."""
    place = [str(part) for part in error["loc"][1:]]
    if named := (error.get("ctx") or {}).get("field"):
        place.append(str(named))
    return ".".join(place) or str(error["loc"][0])


async def _http(_: HTTPConnection, error: Exception) -> Response:
    http = cast("HTTPException", error)
    if http.status_code == NotFound.status:
        return problem(NotFound())
    refusal = Refusal(str(http.detail), code=str(http.detail).lower().replace(" ", "-"), headers=http.headers)
    body = {
        "type": f"/problems/{refusal.code}",
        "title": str(http.detail),
        "status": http.status_code,
        "detail": Phrase("{detail}.", detail=http.detail),
        "code": refusal.code,
    }
    return JSONResponse(body, http.status_code, headers=refusal.headers, media_type=MEDIA_TYPE)


def _route_of(request: Request) -> str:
    """Return the path for the log, without secrets: the address of a calendar feed is its credential."""
    route = getattr(request.scope.get("route"), "path", None)
    return str(route) if "secret" in request.path_params and route else request.url.path


def failed(request: Request, error: Exception) -> Response:
    """Return the answer to an unexpected error. Details are logged and not sent.

    An unreachable database or a lock held too long is no fault of the server's code. Such requests get an answer that
    asks to retry. `app/log.py` condenses repeated log lines about the database.
    """
    if is_away(error):
        _logger.warning("the database does not answer", exc_info=error)
        return problem(DatabaseAway())
    if is_in_the_way(error):
        _logger.warning("others are in the way", path=_route_of(request), method=request.method, exc_info=error)
        return problem(Busy())
    _logger.error("unexpected", path=_route_of(request), method=request.method, exc_info=error)
    body = {
        "type": "/problems/unexpected",
        "title": "Server error",
        "status": 500,
        "detail": "The server failed. Nothing was saved. Try again, or tell the operator.",
        "code": "unexpected",
    }
    return JSONResponse(body, 500, media_type=MEDIA_TYPE)
