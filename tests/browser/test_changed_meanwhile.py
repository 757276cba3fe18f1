"""Somebody else changes what one is changing: theirs is shown, mine is kept, and neither is undone unseen."""

from playwright.async_api import expect

from app import clock
from tests.browser.test_day_after import begun
from tests.browser.test_erased_of_a_day import send
from tests.factories.operations import form
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, fill_in, sit_down
from tests.support.server import Server


async def test_an_hour_that_a_colleague_moved_is_not_put_back_with_a_title(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    title = f"Moved {clock.new_id().hex[-8:]}"
    day = await send(noor, "/operations", form(title=title, parties=["NL"]))
    path = f"/operations/{day['id']}"
    await noor.turn_to(path)
    await noor.page.get_by_role("button", name="Change", exact=True).click()
    dialog = noor.page.get_by_role("dialog", name="Change")
    await dialog.get_by_role("textbox", name="What it is called").fill(f"{title}, corrected")
    hour = {"h_at": "2031-06-01T03:00:00Z", "h_zone": "Europe/Amsterdam"}
    moved = (await send(noor, path, hour, method="PATCH", version=day["version"]))["h_at"]
    await expect(noor.page.get_by_text("1 June 2031").or_(noor.page.get_by_text("1 Jun 2031")).first).to_be_visible(
        timeout=SOON
    )
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_text("It was changed meanwhile")).to_be_visible()
    await expect(dialog.get_by_role("textbox", name="What it is called")).to_have_value(f"{title}, corrected")
    assert (await noor.read(path))["title"] == title
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    now = await noor.read(path)
    assert (now["title"], now["h_at"]) == (f"{title}, corrected", moved)
    windows.forgive("status of 412")  # the browser's own line


async def line_of(desk: Desk, path: str) -> str:
    """What the press is told by now."""
    words: str = (await desk.read(f"{path}/media-line"))["text"]
    return words


async def test_a_line_for_the_press_is_not_lost_to_a_colleagues(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    path = await begun(noor)
    await noor.turn_to(path)
    part = noor.part("Line for the press")
    await part.get_by_role("button", name="Write the line").click()
    box = part.get_by_role("textbox", name="The words")
    await box.fill("Two people were arrested.")
    line = await noor.read(f"{path}/media-line")
    theirs = {"text": "One was arrested.", "embargo_at": "2031-06-01T10:00:00Z", "embargo_zone": "Europe/Amsterdam"}
    await send(noor, f"{path}/media-line", theirs, method="PUT", version=line["version"])
    await expect(part.get_by_text("The line was changed meanwhile")).to_be_visible(timeout=SOON)
    await expect(part.get_by_text("One was arrested.")).to_be_visible()
    await expect(box).to_have_value("Two people were arrested.")
    await part.get_by_role("button", name="Save").click()
    await expect(box).to_have_count(0)
    assert await line_of(noor, path) == "Two people were arrested."


async def test_an_evaluation_that_a_colleague_gave_meanwhile_stands(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await fill_in(noor.page, title := f"Stick {clock.new_id().hex[-8:]}")
    await noor.page.get_by_role("button", name="Register", exact=True).click()
    await expect(noor.page.get_by_role("heading", name=title)).to_be_visible()
    evidence = f"/evidence/{noor.page.url.rsplit('/', 1)[1]}"
    await noor.page.get_by_role("button", name="More", exact=True).click()
    await noor.page.get_by_role("menuitem", name="Evaluate anew").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Why it is evaluated anew").fill("As it was")
    version = (await noor.read(evidence))["version"]
    theirs = {"source": "B", "information": "2", "reason": "A second source says so"}
    await send(noor, f"{evidence}/evaluation", theirs, version=version)
    await expect(noor.page.get_by_text("B2").first).to_be_visible(timeout=SOON)
    await dialog.get_by_role("button", name="Record the evaluation").click()
    await expect(dialog.get_by_text("Somebody changed this")).to_be_visible()
    assert (await noor.read(evidence))["evaluation"]["source"] == "B"
    windows.forgive("status of 412")  # the browser's own line
