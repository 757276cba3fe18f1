"""Turns errors into `application/problem+json` answers (RFC 9457), in the language that the client accepts.

A validation problem names each field and never repeats the input. Absent and invisible items get byte-identical
answers.
"""

from collections.abc import Mapping
from typing import Any, Final, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from fastapi.requests import HTTPConnection
from fastapi.responses import JSONResponse, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from app import log
from app.api import validation
from app.connections import is_away, is_in_the_way
from app.errors import (
    Busy,
    DatabaseAway,
    Invalid,
    Malformed,
    NotFound,
    Refusal,
    Unauthenticated,
    Unavailable,
    Unexpected,
)
from app.i18n.negotiation import preferred
from app.i18n.phrases import Language, Phrase, translated
from app.vault.keys import KeysDamaged

_logger = log.get("problems")
#: Sentences for the refusals of the framework.
_HTTP: Final[Mapping[int, str]] = {405: "This method is not available for this address."}
MEDIA_TYPE = "application/problem+json"


def problem(refusal: Refusal, connection: HTTPConnection) -> Response:
    """Return the problem document for a refusal, in the language of the request."""
    language = language_of(connection)
    detail = translated(refusal.detail, language)
    body: dict[str, Any] = {
        "type": f"/problems/{refusal.code}",
        "title": translated(refusal.title, language),
        "status": refusal.status,
        "detail": detail,
        "code": refusal.code,
    }
    if refusal.field is not None:
        body["errors"] = [{"field": refusal.field, "message": detail}]
    headers = refusal.headers
    if refusal.status == Unauthenticated.status:
        headers = {"WWW-Authenticate": "Bearer"} | headers  # RFC 9110, 15.5.2: a 401 names a scheme
    return _document(body | refusal.extra, refusal.status, language, headers)


def language_of(connection: HTTPConnection) -> Language:
    """Return the language that the request accepts, otherwise that of the account."""
    person = getattr(connection.state, "person", None) or getattr(connection.state, "signed_in", None)
    return preferred(connection.headers.get("accept-language"), None if person is None else person.locale)


def _document(body: dict[str, Any], status: int, language: Language, headers: Mapping[str, str]) -> Response:
    stated = {"Content-Language": language, "Vary": "Accept-Language"}
    return JSONResponse(body, status, headers=stated | dict(headers), media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Register the handlers for all expected errors. The middleware calls `failed` for unexpected ones."""
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(WebSocketRequestValidationError, _invalid)  # WebSocket handshakes get the same answer
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(KeysDamaged, _without_keys)


async def _refused(connection: HTTPConnection, error: Exception) -> Response:
    return problem(cast("Refusal", error), connection)


async def _without_keys(connection: HTTPConnection, error: Exception) -> Response:
    """Return the answer while keys are missing or damaged. The log tells the operator which."""
    _logger.error("keys are missing or damaged", fault=str(error))
    refusal = Unavailable(
        "The server's keys for this content are missing or damaged. Nothing was saved. Tell the operator.",
        code="keys-missing",
    )
    return problem(refusal, connection)


async def _invalid(connection: HTTPConnection, error: Exception) -> Response:
    errors = cast("RequestValidationError | WebSocketRequestValidationError", error).errors()
    if any(each["type"] == "json_invalid" for each in errors):
        return problem(Malformed("The request is not valid JSON."), connection)
    if all(each["loc"][0] == "path" for each in errors):
        return problem(NotFound(), connection)  # an invalid id gets the same answer as an absent one
    language = language_of(connection)
    tagged = _is_tagged(connection)
    fields = [
        {"field": _field(each, tagged=tagged), "message": translated(validation.sentence(each), language)}
        | validation.code_of(each)
        for each in errors
    ]
    named = list(dict.fromkeys(field["field"] for field in fields))
    body = {
        "type": "/problems/invalid",
        "title": translated(Invalid.title, language),
        "status": Invalid.status,
        "detail": translated(Phrase("Check these fields: {named}.", named=named), language),
        "code": Invalid.code,
        "errors": fields,
    }
    return _document(body, Invalid.status, language, {})


def _is_tagged(connection: HTTPConnection) -> bool:
    """Return whether one field of the body decides which form it is, for example the kind of a file."""
    route = connection.scope.get("route")
    body = route.body_field if isinstance(route, APIRoute) else None
    return body is not None and body.field_info.discriminator is not None


def _field(error: dict[str, Any], *, tagged: bool) -> str:
    """Return the field at fault. A rule over a whole form names the field to change.

    `tagged`: the place in the body begins with the name of its form, which is no field.
    """
    place = [str(part) for part in error["loc"][2 if tagged and error["loc"][0] == "body" else 1 :]]
    context = error.get("ctx") or {}
    if named := context.get("field") or str(context.get("discriminator", "")).strip("'"):
        place.append(str(named))
    return ".".join(place) or str(error["loc"][0])


async def _http(connection: HTTPConnection, error: Exception) -> Response:
    http = cast("HTTPException", error)
    if http.status_code == NotFound.status:
        return problem(NotFound(), connection)
    title = str(http.detail).capitalize()
    refusal = Refusal(_HTTP.get(http.status_code, title), code=title.lower().replace(" ", "-"), headers=http.headers)
    language = language_of(connection)
    body = {
        "type": f"/problems/{refusal.code}",
        "title": translated(title, language),
        "status": http.status_code,
        "detail": translated(refusal.detail, language),
        "code": refusal.code,
    }
    return _document(body, http.status_code, language, refusal.headers)


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
        return problem(DatabaseAway(), request)
    if is_in_the_way(error):
        _logger.warning("others are in the way", path=_route_of(request), method=request.method, exc_info=error)
        return problem(Busy(), request)
    _logger.error("unexpected", path=_route_of(request), method=request.method, exc_info=error)
    return problem(Unexpected(), request)
