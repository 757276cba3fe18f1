"""Structured log lines. Evidence, names and free text never go here: identifiers, codes and durations do."""

import logging
import sys
from typing import Any, Literal

import structlog


def configure(style: Literal["console", "json"]) -> None:
    """Once, at start: how lines look, and from which level on they are written."""
    # A rich traceback would print the values of variables: evidence, names, secrets.
    console = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    renderer: Any = structlog.processors.JSONRenderer() if style == "json" else console
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),  # what a command prints stays clean
        cache_logger_on_first_use=False,
    )


def get(name: str) -> Any:  # noqa: ANN401 - structlog's bound logger is a proxy without a type of its own
    """A logger that says where it speaks from. Lazy: one that is made before `configure` obeys it too."""
    return structlog.get_logger(part=name)


configure("console")
