"""What is half written stays while one looks elsewhere, while it is sent and where its answer is lost; and is nobody else's."""

import asyncio
from typing import Any

from playwright.async_api import Locator, Route, expect

from app import clock
from tests.browser.test_day_after import begun
from tests.browser.test_erased_of_a_day import send
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, lose_an_answer, open_menu, sit_down
from tests.support.server import Server
from tests.support.waiting import until

DRAFT = "Berth nine, at half past"


async def task_of(desk: Desk, title: str, **more: Any) -> dict[str, Any]:
    """A task that the coordinator gives Noor."""
    members = (await desk.read("/members"))["items"]
    her = next(one["code"] for one in members if one["name"].startswith("Noor"))
    made: dict[str, Any] = await send(desk, "/tasks", {"title": title, "assignee": her} | more)
    return made


async def unread(desk: Desk, channel: str) -> int:
    """How many messages of a channel somebody has not seen yet."""
    found = (await desk.read("/channels"))["items"]
    return next(int(one["unread"]) for one in found if one["id"] == channel)


async def two_channels(desk: Desk) -> tuple[str, Locator, Locator]:
    """The first's id, and the links to both."""
    code = clock.new_id().hex[-8:]
    names = (f"Ferry {code}", f"Yard {code}")
    ids = [(await send(desk, "/channels", {"name": name, "parties": ["DE"]}))["id"] for name in names]
    first, second = (desk.page.get_by_role("link", name=name) for name in names)
    return ids[0], first, second


async def answered_late(desk: Desk, channel: str) -> asyncio.Event:
    """What is written into a channel waits on its way until this is set."""
    on = asyncio.Event()

    async def wait(route: Route) -> None:
        if route.request.method == "POST":
            await on.wait()
        await route.continue_()

    await desk.page.route(f"**/channels/{channel}/*", wait)
    return on


async def kinds_in(desk: Desk, channel: str) -> list[str]:
    return [one["kind"] for one in (await desk.read(f"/channels/{channel}/messages"))["items"]]


async def test_a_message_is_still_there_after_a_search(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo")
    name = f"Half {clock.new_id().hex[-8:]}"
    channel = (await send(noor, "/channels", {"name": name, "parties": ["DE"]}))["id"]
    await noor.turn_to(f"/messages/{channel}")
    box = noor.page.get_by_role("textbox", name="Write off the record")
    await box.fill(DRAFT)
    await noor.page.get_by_role("textbox", name="Search messages").fill("nobody ever said")
    await expect(noor.page.get_by_text("Nothing was said with these words")).to_be_visible(timeout=SOON)
    await expect(box).to_have_count(0)  # not by any role, and so by no key
    await send(lena, f"/channels/{channel}/messages", {"text": "It is the other quay."})
    await noor.page.wait_for_timeout(1_000)
    assert await unread(noor, channel) == 1  # nor read, where nobody sees it
    await noor.page.get_by_role("button", name="End the search").click()
    await expect(box).to_have_value(DRAFT)
    await expect(noor.page.get_by_role("log").get_by_text("It is the other quay.")).to_be_visible()

    async def seen() -> bool:
        return await unread(noor, channel) == 0

    await until(seen)


async def test_a_message_waits_in_its_channel_and_goes_at_sign_out(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    channel, first, second = await two_channels(noor)
    await noor.turn_to(f"/messages/{channel}")
    box = noor.page.get_by_role("textbox", name="Write off the record")
    await box.fill("At the gate")
    await second.click()
    await expect(box).to_have_value("")
    await first.click()
    await expect(box).to_have_value("At the gate")
    await second.click()
    await expect(second).to_have_attribute("aria-current", "page")
    await box.fill("At the bridge")
    await open_menu(noor.page.get_by_role("banner").get_by_role("button", name="Noor"))
    await noor.page.get_by_role("menuitem", name="Sign out").click()
    await noor.page.get_by_label("E-mail").fill("noor@nl.demo")
    await noor.page.get_by_role("textbox", name="Password").fill("lantern")
    await noor.page.get_by_role("button", name="Sign in", exact=True).click()
    await noor.page.get_by_role("link", name="Messages", exact=True).click()
    for one in (first, second):
        await one.click()
        await expect(one).to_have_attribute("aria-current", "page")
        await expect(box).to_have_value("")  # nothing is left for whoever signs in next
    windows.forgive("status of 401")  # the browser's own line


async def test_what_is_said_is_not_there_again_where_its_answer_comes_late(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    channel, here, elsewhere = await two_channels(noor)
    on = await answered_late(noor, channel)
    await noor.turn_to(f"/messages/{channel}")
    box = noor.page.get_by_role("textbox", name="Write off the record")
    say = noor.page.get_by_role("button", name="Say", exact=True)
    await box.fill("By the ferry")
    await say.click()
    await elsewhere.click()
    await expect(box).to_have_value("")
    await here.click()
    await expect(box).to_have_value("By the ferry")
    await expect(say).to_be_disabled()  # it is under way: pressed now it would be said twice
    await elsewhere.click()
    await expect(box).to_have_value("")
    on.set()

    async def said() -> bool:
        return await kinds_in(noor, channel) == ["talk"]

    await until(said)
    await here.click()
    await expect(noor.page.get_by_role("log").get_by_text("By the ferry")).to_be_visible()
    await expect(box).to_have_value("")


async def test_a_decision_stays_one_and_is_recorded_once(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    channel, here, elsewhere = await two_channels(noor)
    on = await answered_late(noor, channel)
    await noor.turn_to(f"/messages/{channel}")
    await noor.page.get_by_text("Decision", exact=True).click()
    box = noor.page.get_by_role("textbox", name="Write a decision for the record")
    await box.fill("We go at five.")
    await elsewhere.click()
    await expect(box).to_have_count(0)
    await here.click()
    await expect(box).to_have_value("We go at five.")
    record = noor.page.get_by_role("button", name="Put on record", exact=True)
    await record.click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Put on record").click()
    await noor.page.keyboard.press("Escape")
    await expect(noor.page.get_by_role("dialog")).to_have_count(0)
    await expect(record).to_be_disabled()
    on.set()
    await expect(noor.page.get_by_role("textbox", name="Write off the record")).to_have_value("")
    assert await kinds_in(noor, channel) == ["decision"]


async def test_a_note_stays_where_one_looks_further_back(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.turn_to("")
    toggle = noor.page.get_by_role("button", name="While you slept")
    await toggle.click()
    await noor.page.get_by_role("button", name="Write a note").click()
    box = noor.page.get_by_role("textbox", name="What should they know?")
    await box.fill(DRAFT)
    await toggle.click()
    await expect(box).to_be_hidden()
    await toggle.click()
    await expect(box).to_have_value(DRAFT)
    await noor.page.route("**/briefing?since=workday", lambda route: route.fulfill(status=404))
    since = noor.page.get_by_role("radiogroup", name="Since when")
    await since.get_by_text("Since our working day ended").click()
    await expect(noor.page.get_by_role("region", name="While you slept").get_by_role("alert")).to_be_visible(
        timeout=SOON
    )
    await expect(box).to_have_value(DRAFT)
    await noor.page.unroute("**/briefing?since=workday")
    await since.get_by_text("Since I last read it").click()
    await expect(box).to_have_value(DRAFT)
    windows.forgive("status of 404")  # the browser's own line


async def test_the_next_item_is_typed_while_one_is_added(windows: Windows, lantern: Server) -> None:
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    task = await task_of(coordinator, "Read the stick", checklist=["Seal"])
    await coordinator.turn_to(f"/tasks/{task['id']}")
    part = coordinator.part("Checklist")
    box = part.get_by_role("textbox", name="One more item")

    async def typing(route: Route) -> None:
        """The next one is typed, or another ticked, before the answer comes."""
        body = route.request.post_data_json or {}
        if body.get("add") == ["Image"]:
            await box.fill("Hash")
        elif body.get("add") == ["Hash"]:
            async with coordinator.page.expect_response("**/checklist"):
                await part.get_by_role("checkbox", name="Seal").click()
        await route.continue_()

    await coordinator.page.route("**/checklist", typing)
    await box.fill("Image")
    await box.press("Enter")
    await expect(part.get_by_role("checkbox", name="Image")).to_be_visible(timeout=SOON)
    await expect(box).to_have_value("Hash")
    await expect(part.get_by_role("button", name="Add")).to_be_enabled()
    await box.press("Enter")
    await expect(part.get_by_role("checkbox", name="Hash")).to_be_visible(timeout=SOON)
    await expect(box).to_have_value("")
    items = (await coordinator.read(f"/tasks/{task['id']}"))["checklist"]
    assert [(one["text"], one["done_at"] is not None) for one in items] == [
        ("Seal", True),
        ("Image", False),
        ("Hash", False),
    ]


async def test_one_task_is_not_changed_with_the_fields_of_another(windows: Windows, lantern: Server) -> None:
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    one, other = [await task_of(coordinator, f"{name} {clock.new_id().hex[-8:]}") for name in ("Later", "First")]
    await send(coordinator, f"/tasks/{one['id']}/dependencies", {"add": [other["id"]]})
    page = coordinator.page
    await coordinator.turn_to(f"/tasks/{one['id']}")
    await coordinator.part("Before and after").get_by_role("link", name=other["title"]).click()
    await page.wait_for_url(f"**/tasks/{other['id']}")
    await page.get_by_role("button", name="Change", exact=True).click()
    title = page.get_by_role("dialog").get_by_role("textbox", name="What is to be done")
    await expect(title).to_have_value(other["title"])
    await page.go_back()
    await page.wait_for_url(f"**/tasks/{one['id']}")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.get_by_role("button", name="Change", exact=True).click()
    await expect(title).to_have_value(one["title"])


async def worked(noor: Desk) -> str:
    """A live day with an action of Noor's, on her screen; its path."""
    path = await begun(noor)
    me = next(one for one in (await noor.read("/members"))["items"] if one["name"].startswith("Noor"))
    await send(noor, f"{path}/actions", {"objective": "Search the barge", "lead": me["code"]})
    await noor.turn_to(path)
    return path


async def test_a_result_whose_answer_was_lost_is_recorded_once_and_the_next_one_too(
    windows: Windows, lantern: Server
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    path = await worked(noor)
    lost = await lose_an_answer(noor.page, "**/results")
    part = noor.part("Results")
    box = part.get_by_role("textbox", name="In words")
    for words, says in (("A telephone", "it is not known whether this was done"), ("A telephone", ""), ("A stick", "")):
        await box.fill(words)
        await part.get_by_role("button", name="Record").click()
        if says:
            await expect(part.get_by_text(says)).to_be_visible()
        else:
            await expect(box).to_have_value("", timeout=SOON)
    assert lost == [204]
    found = (await noor.read(f"{path}/results"))["items"]
    assert [one["text"] for one in found] == ["A stick", "A telephone"]
    await box.fill("A stick")
    await part.get_by_role("button", name="Record").click()
    await expect(box).to_have_value("", timeout=SOON)
    assert len((await noor.read(f"{path}/results"))["items"]) == 3  # another one like it
    windows.forgive("ERR_FAILED")  # the browser's own line


async def test_an_exhibit_that_is_not_tied_to_its_result_says_so_until_it_is(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    path = await worked(noor)
    part, page = noor.part("Results"), noor.page
    await part.get_by_role("textbox", name="In words").fill(title := f"Tablet {clock.new_id().hex[-8:]}")
    await part.get_by_role("button", name="Record").click()
    await part.get_by_role("button", name="Register an exhibit").click()
    form = page.get_by_role("dialog", name="Register an exhibit")
    for label, text in (("Acquired by", "Police"), ("Place", "Rotterdam"), ("Legal basis", "Art. 94 Sv")):
        await form.get_by_role("textbox", name=label).fill(text)
    await page.route("**/results/*/exhibits", lambda route: route.abort())
    await form.get_by_role("button", name="Register", exact=True).click()
    await expect(page.get_by_role("heading", name=title)).to_be_visible()
    (made,) = [one for one in (await noor.read("/evidence?limit=200"))["items"] if one["title"] == title]
    said = page.get_by_role("alert").filter(has_text=f"{made['exhibit_number']} is registered, but not tied")
    await expect(said).to_be_visible()
    await page.unroute("**/results/*/exhibits")
    async with page.expect_response("**/results/*/exhibits"):
        await said.get_by_role("button", name="Tie it again").click()
    await expect(said).to_have_count(0)
    (result,) = (await noor.read(f"{path}/results"))["items"]
    assert [one["id"] for one in result["evidence"]] == [made["id"]]
    windows.forgive("ERR_FAILED")  # the browser's own line
