"""Names the plugins that provide fixtures for every test."""

import gc

from hypothesis import settings

gc.disable()  # until all tests are collected (`support/run_order.py`)

# No deadlines: the duration of an example depends on the machine's load.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("random", deadline=None, derandomize=False, max_examples=1_000, print_blob=True)
settings.load_profile("repeatable")  # `make soak` loads the other one (`--hypothesis-profile`)

pytest_plugins = [
    "tests.support.databases.database",
    "tests.support.program",
    "tests.support.server",
    "tests.support.object_store",
    "tests.support.run_order",
    "tests.support.pages.browser",
    "tests.factories.team",
]
