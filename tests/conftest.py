"""Names the plugins that provide fixtures for every test."""

import gc

from hypothesis import settings

gc.disable()  # until all tests are collected (`support/run_order.py`)

settings.register_profile("here", deadline=None)  # the duration of an example depends on the machine's load
settings.load_profile("here")

pytest_plugins = [
    "tests.support.databases.database",
    "tests.support.program",
    "tests.support.server",
    "tests.support.object_store",
    "tests.support.run_order",
    "tests.support.pages.browser",
    "tests.factories.team",
]
