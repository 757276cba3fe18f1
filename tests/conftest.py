"""What every test may take. Each part lives in `support/`; this file names them."""

pytest_plugins = ["tests.support.database"]
