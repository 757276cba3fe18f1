"""Routes for health checks and metrics, for load balancers and the operator's monitoring.

`live` says that the process answers, `ready` that its database does too. Metrics are served to this machine only.
"""

import asyncio
import ipaddress
from typing import Literal

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from app import log
from app.api.context import context_of
from app.api.guards import Anyone
from app.api.metrics import CONTENT_TYPE
from app.api.routing import Router
from app.api.schemas import View
from app.connections import DatabaseAwayError
from app.errors import NotFound, Unavailable
from app.jobs import queue
from app.ledger import alarms

router = Router(tags=["health"])
_logger = log.get("health")
_PATIENCE_SECONDS = 3.0
_RETRY_AFTER = {"Retry-After": "5"}
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


class HealthView(View):
    """The answer of a healthy server. Any other state is an error answer."""

    status: Literal["ok"]


@router.get("/api/health/live")
async def read_live(visitor: Anyone) -> HealthView:  # noqa: ARG001 - the guard
    """Return whether the process answers."""
    return HealthView(status="ok")


@router.get("/api/health/ready")
async def read_ready(visitor: Anyone, request: Request) -> HealthView:  # noqa: ARG001 - the guard
    """Return whether requests can be served, which means that the database answers."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await context_of(request).database.answers()
    except Exception as error:
        late = (
            DatabaseAwayError(f"no answer within {_PATIENCE_SECONDS:g} s") if isinstance(error, TimeoutError) else None
        )
        _logger.warning("not ready", exc_info=late or error)
        raise Unavailable("The database does not respond.", code="not-ready", headers=_RETRY_AFTER) from error
    return HealthView(status="ok")


@router.get("/metrics", include_in_schema=False)
async def read_metrics(visitor: Anyone, request: Request) -> Response:
    """Return the metrics to a monitoring agent on this machine. Other or proxied requests get 404."""
    if any(name in request.headers for name in _FORWARDED) or not _from_here(visitor.address):
        raise NotFound
    metrics = request.app.state.metrics
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            database = context_of(request).database
            metrics.set_alarms(await alarms.counts(database))
            metrics.set_jobs(await queue.counts(database))
    except Exception as error:  # noqa: BLE001 - the other metrics matter most when the database is unavailable
        _logger.warning("alarms and jobs cannot be counted", error=type(error).__name__)
    text = await run_in_threadpool(metrics.text)
    return Response(text, headers={"Content-Type": CONTENT_TYPE})


def _from_here(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
