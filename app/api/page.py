"""The page: what the frontend's build left in `frontend/dist`, served by this server and nobody else's.

Every path that is not the API's and not a file is the page itself, with a fresh nonce in its policy and in its text.
Only files that were there at the start are served, each looked up by its whole path: there is nothing to climb out of.
"""

import mimetypes
import secrets
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from fastapi import Request, Response
from fastapi.responses import FileResponse, HTMLResponse

from app.api.guards import Anyone
from app.api.house import house_of
from app.api.routing import Router
from app.errors import NotFound

router = Router(include_in_schema=False)

DIST: Final = Path(__file__).parents[2] / "frontend" / "dist"
_PLACEHOLDER: Final = "__CSP_NONCE__"
_IMMUTABLE: Final = "public, max-age=31536000, immutable"
#: Smallest first.
_PACKED: Final = {".br": "br", ".gz": "gzip"}
#: The service worker of the page at a search: it fetches this page's own files, and nothing else.
_WORKER: Final = "at-the-search.js"
_WORKERS_POLICY: Final = "default-src 'none'; connect-src 'self'"
_NOT_BUILT: Final = (
    "<!doctype html><title>Liaison</title><h1>The page is not built</h1>"
    "<p>Run <code>make page</code>, then start the server again. The API answers under <a href=/api/docs>/api/docs</a>.</p>"
)


@dataclass(frozen=True)
class Page:
    """The built page in a folder."""

    folder: Path = DIST

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path in the address, `index.html` left out."""
        return {
            path.relative_to(self.folder).as_posix(): path
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.name != "index.html"
        }

    @cached_property
    def index(self) -> str | None:
        """The page's text with the placeholder of the nonce; None when it is not built."""
        path = self.folder / "index.html"
        return path.read_text("utf-8") if path.is_file() else None


def policy(nonce: str, origins: tuple[str, ...]) -> str:
    """What the page may load: its own origin's files, the styles of this answer, its own sockets. No `unsafe-*`."""
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
    """The codings that this browser takes, by name; one that it gives the weight 0 it does not take."""
    asked = (one.partition(";") for one in request.headers.get("accept-encoding", "").split(","))
    return {name.strip() for name, _, weight in asked if weight.replace(" ", "") not in {"q=0", "q=0.0"}}


@router.api_route("/{path:path}", methods=["GET", "HEAD"])
async def read_page(visitor: Anyone, request: Request, path: str) -> Response:  # noqa: ARG001 - the guard
    """A file of the page, or the page."""
    if path == "api" or path.startswith("api/"):
        raise NotFound
    page: Page = request.app.state.page
    if (file := page.files.get(path)) is not None and file.is_file():  # the page may be built anew under us
        lasting = _IMMUTABLE if path.startswith("assets/") else "no-cache"
        media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
        headers = {"Cache-Control": lasting, "Vary": "Accept-Encoding"}
        if path == _WORKER:
            headers["Content-Security-Policy"] = _WORKERS_POLICY
        for ending, coding in _PACKED.items():  # the build leaves them beside the file; nothing secret is ever in them
            packed = page.files.get(f"{path}{ending}")
            if packed is not None and packed.is_file() and coding in _accepted(request):
                return FileResponse(packed, media_type=media_type, headers=headers | {"Content-Encoding": coding})
        return FileResponse(file, media_type=media_type, headers=headers)
    if path.startswith("assets/"):
        raise NotFound  # a file of another version: an answer in HTML would only confuse
    if page.index is None:
        return HTMLResponse(_NOT_BUILT, status_code=503)
    nonce = secrets.token_urlsafe(16)
    return HTMLResponse(
        page.index.replace(_PLACEHOLDER, nonce),
        headers={
            "Cache-Control": "no-store",
            "Content-Security-Policy": policy(nonce, house_of(request).settings.allowed_origins),
        },
    )
