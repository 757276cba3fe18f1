"""What axe finds on a screen. Not here: the screens (`screens.py`)."""

from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

#: What another scheme of colours may change. Every other rule finds the same in it.
_OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
EVERY_RULE: Final[dict[str, Any]] = {}
COLOURS: Final[dict[str, Any]] = {"runOnly": _OF_COLOURS}
ALL_BUT_COLOURS: Final[dict[str, Any]] = {"rules": {rule: {"enabled": False} for rule in _OF_COLOURS}}
#: What moves comes to rest first. Only what was found is told: what axe finds right is a megabyte.
_LOOK: Final = """async ([rules, within]) => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const moving = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moving.map(one => one.finished));
    const { violations } = await axe.run(within, { resultTypes: ["violations"], ...rules });
    return violations.flatMap(({ id, nodes }) => nodes.map(one => `${id}: ${one.target} ${one.failureSummary}`));
}"""


async def violations(page: Page, rules: dict[str, Any] = EVERY_RULE, *, within: str = "html") -> list[str]:
    """In a line each: the rule, and where. What is found is looked at again later: a screen may still have been arriving.

    `within`: a CSS selector of the part that is examined; a whole screen of an exhibit takes axe seconds.
    """
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(f"{AXE_SCRIPT};0")
    found: list[str] = []
    for pause in (100, 1_000, 3_000):
        await page.wait_for_timeout(pause)
        if not (found := await page.evaluate(_LOOK, [rules, within])):
            break
    return found
