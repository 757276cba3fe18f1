"""Refusals on the wire: `application/problem+json` (RFC 9457).

A validation problem names each field and never echoes the input. Absent and invisible are one answer, byte for byte.
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

_logger = log.get("problems")
MEDIA_TYPE = "application/problem+json"


def problem(refusal: Refusal) -> Response:
    """The document of a refusal."""
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
    """Every way in which a request can be refused speaks the same language; `failed` is the middleware's."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(WebSocketRequestValidationError, _invalid)  # the handshake gets the same answer
    app.add_exception_handler(HTTPException, _http)


async def _refused(_: HTTPConnection, error: Exception) -> Response:
    return problem(cast("Refusal", error))


async def _invalid(_: HTTPConnection, error: Exception) -> Response:
    errors = cast("RequestValidationError | WebSocketRequestValidationError", error).errors()
    if any(each["type"] == "json_invalid" for each in errors):
        return problem(Malformed("The body is not JSON. Nothing was changed."))
    if all(each["loc"][0] == "path" for each in errors):
        return problem(NotFound())  # an id that is none is absent like any other
    fields = [{"field": _field(each), "message": each["msg"]} for each in errors]
    named = ", ".join(dict.fromkeys(field["field"] for field in fields))
    body = {
        "type": "/problems/invalid",
        "title": "The input is not valid",
        "status": 422,
        "detail": f"Correct {named}. Nothing was changed.",
        "code": "invalid",
        "errors": fields,
    }
    return JSONResponse(body, 422, media_type=MEDIA_TYPE)


def _field(error: dict[str, Any]) -> str:
    """The input at fault; a rule over a whole form names the field that would mend it."""
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
        "detail": f"{http.detail}. Nothing was changed.",
        "code": refusal.code,
    }
    return JSONResponse(body, http.status_code, headers=refusal.headers, media_type=MEDIA_TYPE)


def _route_of(request: Request) -> str:
    """The path without what may be a secret in it: a calendar is read by whoever has its address."""
    route = getattr(request.scope.get("route"), "path", None)
    return str(route) if "secret" in request.path_params and route else request.url.path


def failed(request: Request, error: Exception) -> Response:
    """The answer to what nobody foresaw: logged here, and not told. What others held for too long is no fault: it is asked again.

    Nor is it a fault of the request that no database answers; the log condenses that (`app/log.py`).
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
        "title": "Something went wrong here",
        "status": 500,
        "detail": "This is a fault of the server, not of your input. Nothing was changed; try again, or tell the operator.",
        "code": "unexpected",
    }
    return JSONResponse(body, 500, media_type=MEDIA_TYPE)
