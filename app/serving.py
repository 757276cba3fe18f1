"""The program behind its server: what uvicorn is told, and what the process does once it has loaded everything.

Deliberately not here: the program (`main.py`) and the commands that start it (`__main__.py`).
"""

import gc
import logging
import resource
import sys
from contextlib import suppress
from typing import Final

from fastapi import FastAPI

from app import clock, log, ocsf
from app.realtime.limits import LimitedConfig, LimitedProgram, Limits, PlacesOfNetworks
from app.realtime.wire import Door, Server, Wire
from app.settings import Settings

#: 700 by itself, which is several searches for each list of fifty.
_OBJECTS_BETWEEN_SEARCHES: Final = 20_000
#: 0.005 by itself, which the sequencer would wait for each of its statements while requests are busy, and they for it.
_SECONDS_BETWEEN_THREADS: Final = 0.001
#: Open files beside the connections of clients: those of the database, evidence, exports, keys.
_OTHER_FILES: Final = 512
_logger = log.get("serving")


def settle() -> None:
    """What was loaded stays loaded: the search for cycles looks at it no more, and not after every few rows of an answer.

    And whoever waits for the interpreter has it soon.
    """
    sys.setswitchinterval(_SECONDS_BETWEEN_THREADS)
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES, 20, 20)


def server_of(settings: Settings, program: FastAPI) -> Server:
    """The program behind its server, not started yet. Raises `OSError` where the access log cannot be written."""
    ocsf.configure(settings.access_log)
    config = LimitedConfig(
        LimitedProgram(program, _places(settings)),
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=Door,
        ws=Wire,
        ws_per_message_deflate=False,
        ws_max_size=16 * 1024,
        ws_ping_interval=None,  # the channel has a pulse of its own (`realtime/pulse.py`), which a page must answer
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
    """Return how many connections the system allows this process, at most `wanted`; the limit of open files is raised for them."""
    files, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if files == resource.RLIM_INFINITY:
        return wanted
    needed = wanted + _OTHER_FILES if hard == resource.RLIM_INFINITY else min(wanted + _OTHER_FILES, hard)
    with suppress(ValueError, OSError):  # a system may allow less than it says
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(files, needed), hard))
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    possible = min(wanted, max(files - _OTHER_FILES, files // 2))
    if possible < wanted:
        _logger.warning("the limit of open files allows fewer connections", connections=possible, open_files=files)
    return possible
