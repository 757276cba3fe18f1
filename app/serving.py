"""Configure uvicorn for the application, and the interpreter once everything is loaded.

Not here: the application (`main.py`) and the commands that start it (`__main__.py`).
"""

import gc
import logging
import resource
import sys
from contextlib import suppress
from typing import Final

from fastapi import FastAPI

from app import clock, log, ocsf
from app.realtime.connection_limits import LimitedConfig, LimitedProgram, Limits, PlacesOfNetworks
from app.realtime.wire import PlacedConnection, Server, Wire
from app.settings import Settings

#: Python's default of 700 means several collections for each list of fifty.
_OBJECTS_BETWEEN_SEARCHES: Final = 20_000
#: Python's default of 0.005 is what the sequencer would wait for each statement while requests are busy, and vice versa.
_SECONDS_BETWEEN_THREADS: Final = 0.001
#: Open files besides client connections: database, evidence, exports, keys.
_OTHER_FILES: Final = 512
_logger = log.get("serving")


def settle() -> None:
    """Tune garbage collection and thread switching after loading.

    Loaded objects are excluded from collection, collections are rarer, and a waiting thread gets the interpreter
    sooner.
    """
    sys.setswitchinterval(_SECONDS_BETWEEN_THREADS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES, 20, 20)


def server_of(settings: Settings, program: FastAPI) -> Server:
    """Return the server for the application, not started yet. Raises `OSError` if the access log cannot be written."""
    ocsf.configure(settings.access_log)
    config = LimitedConfig(
        LimitedProgram(program, _places(settings)),
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=PlacedConnection,
        ws=Wire,
        ws_per_message_deflate=False,
        ws_max_size=16 * 1024,
        ws_ping_interval=None,  # the live channel has its own pings (`realtime/pings.py`), which the page must answer
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        server_header=False,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=5,
    )
    config.limits = Limits(
        connections=_possible_connections(settings.connections),
        of_networks=_places(settings),
        body_seconds=settings.body_seconds,
        silence_seconds=settings.silence_seconds,
    )
    log.thin_out(logging.getLogger("uvicorn.error"), clock.monotonic)
    return Server(config, program)


def _places(settings: Settings) -> PlacesOfNetworks:
    return PlacesOfNetworks(
        settings.connections_per_network, settings.unlimited_networks, proxies=settings.trusted_proxies
    )


def _possible_connections(wanted: int) -> int:
    """Return how many connections the system allows, at most `wanted`. Raises the limit of open files for them."""
    files, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return wanted
    needed = wanted + _OTHER_FILES if hard == resource.RLIM_INFINITY else min(wanted + _OTHER_FILES, hard)
    with suppress(ValueError, OSError):  # a system may allow less than its hard limit
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(files, needed), hard))
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    possible = min(wanted, max(files - _OTHER_FILES, files // 2))
    if possible < wanted:
        _logger.warning("the limit of open files allows fewer connections", connections=possible, open_files=files)
    return possible
