"""What every test may take. Each part lives in `support/` or `factories/`; this file names them."""

import gc

from hypothesis import settings

gc.disable()  # until everything is imported (`support/order.py`)

settings.register_profile("here", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("here")

pytest_plugins = [
    "tests.support.database",
    "tests.support.program",
    "tests.support.server",
    "tests.support.store",
    "tests.support.order",
    "tests.support.browser",
    "tests.factories.team",
]
