"""Prometheus metrics for the operator: requests, durations and outcomes. They contain no ids and no names.

Each program has its own registry, so that two programs in one process do not share counts.
"""

from collections.abc import Iterable, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.types import Scope

from app.jobs.queue import Count

CONTENT_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """The metrics of one program."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("liaison_requests", "Requests answered.", labels, registry=self.registry)
        self._seconds = Histogram(
            "liaison_request_seconds", "Time to the end of the answer.", ("method", "route"), registry=self.registry
        )

        self._alarms = Gauge(
            "liaison_ledger_alarms", "Audit logs that need attention.", ("what",), registry=self.registry
        )
        self._jobs = Gauge("liaison_jobs", "Background jobs.", ("kind", "state"), registry=self.registry)
        self._overdue = Gauge(
            "liaison_jobs_overdue_seconds", "How long the oldest due job has waited.", ("kind",), registry=self.registry
        )

    def set_alarms(self, ledgers: Mapping[str, int]) -> None:
        """Set how many ledgers have each kind of alarm now, whichever process found it."""
        for what, count in ledgers.items():
            self._alarms.labels(what).set(count)

    def set_jobs(self, counts: Iterable[Count]) -> None:
        """Set how many background jobs of each kind there are now."""
        self._jobs.clear()
        self._overdue.clear()
        for one in counts:
            for state, count in (("waiting", one.waiting), ("running", one.running), ("failed", one.failed)):
                self._jobs.labels(one.kind, state).set(count)
            self._overdue.labels(one.kind).set(one.overdue_seconds)

    def observe(self, scope: Scope, status: int, seconds: float) -> None:
        """Count a finished request.

        `status` is 0 if the connection broke before an answer; `seconds` is its duration.
        """
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self) -> bytes:
        """Return all metrics in the Prometheus text format."""
        return generate_latest(self.registry)


_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
