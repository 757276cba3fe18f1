"""What every test may take. Each part lives in `support/` or `factories/`; this file names them."""

pytest_plugins = [
    "tests.support.database",
    "tests.support.program",
    "tests.support.server",
    "tests.support.store",
    "tests.support.order",
    "tests.support.browser",
    "tests.factories.team",
]
