"""Serves the OpenAPI document and an HTML page generated from it, without scripts or external resources."""

import html
import secrets
from collections.abc import Iterator
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse

from app.api.guards import Anyone
from app.api.routing import Router

router = Router(include_in_schema=False)

_METHODS: Final = ("get", "post", "put", "patch", "delete")
_PROBLEM: Final = {
    "title": "Problem",
    "description": "Why something was not done (RFC 9457). `code` is for programs, `detail` for people.",
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
_REFUSED: Final = {
    "description": "Refused, and why",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_STYLE: Final = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "h2{margin-top:2.5rem}section{border-top:1px solid #8884;padding:.4rem 0}code{font-family:ui-monospace,monospace}"
    ".method{display:inline-block;min-width:4.5rem;font-weight:600}.path{font-weight:600}pre{overflow:auto;background:#8881;"
    "padding:.6rem}"
)


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document. Each operation gets the problem document as its default response."""
    if app.openapi_schema is None:
        document = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        schemas["Problem"] = _PROBLEM
        for operation in (one for methods in document["paths"].values() for one in methods.values()):
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = _REFUSED
        app.openapi_schema = document
    return app.openapi_schema


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (method, path, operation) in the document's order."""
    for path, methods in document["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield method.upper(), path, methods[method]


@router.get("/api/openapi.json")
async def read_openapi(visitor: Anyone, request: Request) -> JSONResponse:  # noqa: ARG001 - the guard
    """Return the OpenAPI document."""
    return JSONResponse(request.app.openapi())


@router.get("/api/docs")
async def read_docs(visitor: Anyone, request: Request) -> HTMLResponse:  # noqa: ARG001 - the guard
    """Return the API documentation as an HTML page."""
    nonce = secrets.token_urlsafe(16)
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return HTMLResponse(_page(request.app.openapi(), nonce), headers={"Content-Security-Policy": policy})


def _page(document: dict[str, Any], nonce: str) -> str:
    groups: dict[str, list[str]] = {}
    for method, path, operation in operations(document):
        groups.setdefault((operation.get("tags") or ["other"])[0], []).append(_operation(method, path, operation))
    contents = " · ".join(f'<a href="#{html.escape(tag)}">{html.escape(tag)}</a>' for tag in groups)
    sections = "".join(
        f'<h2 id="{html.escape(tag)}">{html.escape(tag)}</h2>{"".join(ops)}' for tag, ops in groups.items()
    )
    schemas = "".join(_schema(name, schema) for name, schema in document["components"]["schemas"].items())
    info = document["info"]
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{html.escape(info["title"])} API</title><style nonce="{nonce}">{_STYLE}</style>'
        f"<h1>{html.escape(info['title'])} API {html.escape(info['version'])}</h1><p>{html.escape(info['description'])}</p>"
        f'<p><a href="/api/openapi.json">openapi.json</a> · {contents} · <a href="#shapes">shapes</a></p>'
        f'{sections}<h2 id="shapes">shapes</h2>{schemas}</html>'
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    takes = ", ".join(
        f"<code>{html.escape(parameter['name'])}</code> ({parameter['in']})"
        for parameter in operation.get("parameters", ())
    )
    body = _link(_shape(operation.get("requestBody", {})))
    answers = "; ".join(
        f"{status} {_link(_shape(response)) or html.escape(response['description'])}"
        for status, response in operation["responses"].items()
    )
    return (
        f'<section><div><span class="method">{method}</span> <code class="path">{html.escape(path)}</code></div>'
        f"<div>{html.escape(operation.get('description', operation.get('summary', '')))}</div>"
        f"{f'<div>Takes {takes}</div>' if takes else ''}{f'<div>Body {body}</div>' if body else ''}"
        f"<div>Answers {answers}</div></section>"
    )


def _shape(part: dict[str, Any]) -> str | None:
    for content in part.get("content", {}).values():
        reference = content.get("schema", {}).get("$ref")
        if reference is not None:
            return str(reference).rsplit("/", 1)[-1]
    return None


def _link(name: str | None) -> str:
    return "" if name is None else f'<a href="#shape-{html.escape(name)}"><code>{html.escape(name)}</code></a>'


def _schema(name: str, schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = "".join(
        f"\n{html.escape(field)}{'' if field in required else '?'}: {html.escape(_type(kind))}"
        for field, kind in schema.get("properties", {}).items()
    )
    return (
        f'<section id="shape-{html.escape(name)}"><code class="path">{html.escape(name)}</code>'
        f"<div>{html.escape(schema.get('description', ''))}</div><pre>{rows.strip()}</pre></section>"
    )


def _type(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        return str(kind["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in kind:
        return " | ".join(_type(one) for one in kind["anyOf"])
    if "enum" in kind:
        return " | ".join(f'"{value}"' for value in kind["enum"])
    if "const" in kind:
        return f'"{kind["const"]}"'
    if kind.get("type") == "array":
        return f"[{_type(kind.get('items', {}))}]"
    return str(kind.get("format") or kind.get("type") or "any")
