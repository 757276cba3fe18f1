"""Serves the built frontend from `frontend/dist`.

Every path that is neither an API path nor a file returns the page, with a fresh nonce in its policy and its text. Only
files that exist when they are first listed are served, each looked up by its full path, so path traversal is
impossible.
"""

import mimetypes
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from fastapi import Request, Response
from fastapi.responses import FileResponse, HTMLResponse

from app.api.context import context_of
from app.api.guards import Anyone
from app.api.routing import Router
from app.errors import NotFound

router = Router(include_in_schema=False)

DIST: Final = Path(__file__).parents[2] / "frontend" / "dist"
_PLACEHOLDER: Final = "__CSP_NONCE__"
_IMMUTABLE: Final = "public, max-age=31536000, immutable"
#: In order of size, smallest first.
_PACKED: Final = {".br": "br", ".gz": "gzip"}
#: The service worker of search and seizure and of action days. It fetches files of the page only.
_WORKER: Final = "at-the-search.js"
_WORKERS_POLICY: Final = "default-src 'none'; connect-src 'self'"
_NOT_BUILT: Final = (
    "<!doctype html><title>Liaison</title><h1>The page is not built</h1>"
    "<p>Run <code>make page</code>, then start the server again. The API answers under <a href=/api/docs>/api/docs</a>.</p>"
)


@dataclass(frozen=True)
class Page:
    """The built frontend in a folder."""

    folder: Path = DIST

    @cached_property
    def files(self) -> dict[str, Path]:
        """Return all files by their URL path, without `index.html`."""
        return {
            path.relative_to(self.folder).as_posix(): path
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name != "index.html"
        }

    @cached_property
    def index(self) -> str | None:
        """Return the page's text with the nonce placeholder; None if the frontend is not built."""
        path = self.folder / "index.html"
        return path.read_text("utf-8") if path.is_file() else None


def policy(nonce: str, origins: tuple[str, ...]) -> str:
    """Return the page's Content-Security-Policy: own files, styles with the nonce, own WebSockets. No `unsafe-*`."""
    sockets = " ".join(origin.replace("http", "ws", 1) for origin in origins)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce}'",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' blob:",
            "font-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            f"connect-src 'self' {sockets}",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _accepted(request: Request) -> set[str]:
    """Return the content codings that the browser accepts, without those of weight 0."""
    asked = (one.partition(";") for one in request.headers.get("accept-encoding", "").split(","))
    return {name.strip() for name, _, weight in asked if weight.replace(" ", "") not in {"q=0", "q=0.0"}}


@router.api_route("/{path:path}", methods=["GET", "HEAD"])
async def read_page(visitor: Anyone, request: Request, path: str) -> Response:  # noqa: ARG001 - the guard
    """Return a file of the frontend, or the page."""
    if path == "api" or path.startswith("api/"):
        raise NotFound
    page: Page = request.app.state.page
    if (file := page.files.get(path)) is not None and file.is_file():  # a new build may have removed it
        lasting = _IMMUTABLE if path.startswith("assets/") else "no-cache"
        media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
        headers = {"Cache-Control": lasting, "Vary": "Accept-Encoding"}
        if path == _WORKER:
            headers["Content-Security-Policy"] = _WORKERS_POLICY
        for ending, coding in _PACKED.items():  # made by the build; files hold no secrets
            packed = page.files.get(f"{path}{ending}")
            if packed is not None and packed.is_file() and coding in _accepted(request):
                return FileResponse(packed, media_type=media_type, headers=headers | {"Content-Encoding": coding})
        return FileResponse(file, media_type=media_type, headers=headers)
    if path.startswith("assets/"):
        raise NotFound  # a file of another build; HTML would be misleading
    if page.index is None:
        return HTMLResponse(_NOT_BUILT, status_code=503)
    nonce = secrets.token_urlsafe(16)
    return HTMLResponse(
        page.index.replace(_PLACEHOLDER, nonce),
        headers={
            "Cache-Control": "no-store",
            "Content-Security-Policy": policy(nonce, context_of(request).settings.allowed_origins),
        },
    )
