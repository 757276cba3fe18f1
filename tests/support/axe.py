"""What axe finds on a screen. Not here: the screens (`screens.py`)."""

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page


async def violations(page: Page) -> list[str]:
    """In a line each: the rule, and where. A transition that is under way has half its contrast: then it is looked at again."""
    for pause in (300, 1_000, 3_000):
        await page.wait_for_timeout(pause)
        if not (found := (await Axe().run(page)).response["violations"]):
            return []
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]
