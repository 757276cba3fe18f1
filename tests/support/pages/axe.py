"""Accessibility faults that axe finds on a screen. Not here: the screens (`screens.py`)."""

from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

#: What another scheme of colours may change. Every other rule finds the same in it.
_OF_COLOURS: Final = ("color-contrast", "link-in-text-block")
EVERY_RULE: Final[dict[str, Any]] = {}
COLOURS: Final[dict[str, Any]] = {"runOnly": _OF_COLOURS}
ALL_BUT_COLOURS: Final[dict[str, Any]] = {"rules": {rule: {"enabled": False} for rule in _OF_COLOURS}}
#: The screen inside the shell of the page: the dialog or drawer above it, or else its main part.
INSIDE: Final = ("[role=dialog], [role=alertdialog]", "main")
#: A screen is at rest once no request that `walk.WATCH` counts is under way, nothing waits to be read and nothing moves.
#: Only the faults are returned: the list of what axe finds right has a megabyte.
_LOOK: Final = """async ([rules, parts]) => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    for (;;) {
        await frame(); await frame();
        if (window.pending > 0 || document.querySelector(".mantine-Skeleton-root")) continue;
        const moving = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity);
        if (!moving.length) break;
        await Promise.allSettled(moving.map(one => one.finished));
    }
    const isShown = one => [...document.querySelectorAll(one)].some(found => found.checkVisibility());
    const include = parts.filter(isShown).slice(0, 1).map(one => [one]);
    const options = { resultTypes: ["violations"], elementRef: false, iframes: false, preload: false, ...rules };
    const { violations } = await axe.run(include.length ? { include } : document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(one => `${id}: ${one.target} ${one.failureSummary}`));
}"""


async def violations(page: Page, rules: dict[str, Any] = EVERY_RULE, parts: tuple[str, ...] = ()) -> list[str]:
    """Return the faults of a screen, in a line each: the rule, and where.

    `parts`: selectors, of which the first that shows something is examined; else the whole page. A fault counts once two looks in a row find the same:
    a screen may still be arriving at the first one.
    """
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(f"{AXE_SCRIPT};0")
    found: list[str] = await page.evaluate(_LOOK, [rules, parts])
    while found:
        before, found = found, await page.evaluate(_LOOK, [rules, parts])
        if found == before:
            break
    return found
