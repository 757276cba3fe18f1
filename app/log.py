"""Structured log lines: identifiers, codes and durations, never evidence, names or free text."""

import logging
import sys
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import Any, Literal

import structlog
from structlog.typing import FilteringBoundLogger

Event = MutableMapping[str, Any]


@dataclass
class _Condenser:
    """Writes at most one line per second, without traceback, about an error that all requests and jobs meet at once."""

    applies: Callable[[BaseException], bool] = lambda _: False
    now: Callable[[], float] = lambda: 0.0
    event: str = ""
    _last: float = float("-inf")

    def __call__(self, _: object, __: str, event: Event) -> Event:
        """Condense or drop the event; a structlog processor."""
        given = event.get("exc_info")
        error = given[1] if isinstance(given, tuple) else sys.exc_info()[1] if given is True else given
        if not isinstance(error, BaseException) or not self.applies(error):
            return event
        if self.now() - self._last < 1:
            raise structlog.DropEvent
        self._last = self.now()
        del event["exc_info"]
        return {**event, "event": self.event, "error": str(error).partition("\n")[0][:200]}


_condenser = _Condenser()


def condense(applies: Callable[[BaseException], bool], event: str, now: Callable[[], float]) -> None:
    """Write `event` at most once per second (clock `now`) instead of each error to which `applies` returns true."""
    _condenser.applies, _condenser.event, _condenser.now = applies, event, now


class _Thinned(logging.Filter):
    """Passes each warning at most once per second, because outsiders can cause some of them at will."""

    def __init__(self) -> None:
        super().__init__()
        self.now: Callable[[], float] = lambda: 0.0
        self._last: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the line is written. Lines with the same message template count as the same."""
        if record.levelno >= logging.ERROR:
            return True
        now = self.now()
        if now - self._last.get(str(record.msg), float("-inf")) < 1:
            return False
        self._last[str(record.msg)] = now
        return True


_thinned = _Thinned()


def thin_out(logger: logging.Logger, now: Callable[[], float]) -> None:
    """Write each warning of a library's `logger` at most once per second (clock `now`)."""
    _thinned.now = now
    logger.addFilter(_thinned)


def configure(style: Literal["console", "json"]) -> None:
    """Set format and level of log lines. Call once, at start."""
    # A rich traceback would print the values of variables: evidence, names, secrets.
    console = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    renderer: Any = structlog.processors.JSONRenderer() if style == "json" else console
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _condenser,
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # standard output is for the output of commands
        cache_logger_on_first_use=False,
    )


def get(name: str) -> FilteringBoundLogger:
    """Return a logger for a part of the program. Lazy: one created before `configure` follows it too."""
    logger: FilteringBoundLogger = structlog.get_logger(part=name)
    return logger


configure("console")
