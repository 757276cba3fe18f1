"""The program behind its server: what uvicorn is told, and what the process does once it has loaded everything.

Deliberately not here: the program (`main.py`) and the commands that start it (`__main__.py`).
"""

import gc
import sys
from typing import Final

import uvicorn
from fastapi import FastAPI

from app import ocsf
from app.realtime.wire import Door, Server, Wire
from app.settings import Settings

#: 700 by itself, which is several searches for each list of fifty.
_OBJECTS_BETWEEN_SEARCHES: Final = 20_000
#: 0.005 by itself, which the sequencer would wait for each of its statements while requests are busy, and they for it.
_SECONDS_BETWEEN_THREADS: Final = 0.001


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
    config = uvicorn.Config(
        program,
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
    return Server(config, program)
