"""What axe finds on a screen. Not here: the screens (`screens.py`)."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page


async def violations(page: Page) -> list[str]:
    """In a line each: the rule, and where."""
    await page.wait_for_timeout(300)  # a transition that is under way has half its contrast
    found = (await Axe().run(page)).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]
