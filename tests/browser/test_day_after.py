"""What is said when an action day is over, while others do something: what is typed stays, and what was erased is no name of an action."""

from playwright.async_api import Route, expect

from app import clock
from tests.browser.test_erased_of_a_day import NAME, send
from tests.factories.field_erasures import FORM
from tests.factories.operations import form
from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.server import Server

SOON = 20_000


async def begun(noor: Desk) -> str:
    """A live Dutch day; its path."""
    day = await send(noor, "/operations", form(title=f"After {clock.new_id().hex[-8:]}", parties=["NL"]))
    path = f"/operations/{day['id']}"
    day = await send(noor, path, {"state": "planned"}, method="PATCH", version=day["version"])
    await send(noor, f"{path}/word", {"word": "go", "told_as": day["told_as"]})
    version = (await noor.read(path))["version"]
    await send(noor, path, {"state": "live"}, method="PATCH", version=version)
    return path


async def test_what_is_typed_while_it_is_saved_is_not_lost(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    path = await begun(noor)
    await noor.turn_to(path)
    own = noor.part("Debrief").get_by_role("textbox", name="What your party learned")
    save = noor.part("Debrief").get_by_role("button", name="Save")

    typed: list[str] = []

    async def typing(route: Route) -> None:
        if route.request.method == "PUT" and not typed:
            typed.append(" And wait.")
            await own.press_sequentially(typed[0])
        await route.continue_()

    await noor.page.route("**/debriefs", typing)
    await own.fill("Knock first.")
    await save.click()
    for _ in range(50):
        if (await noor.read(f"{path}/debriefs"))["items"][0]["version"] == 1:
            break
        await noor.page.wait_for_timeout(100)
    await expect(save).to_be_enabled(timeout=SOON)
    await expect(own).to_have_value("Knock first. And wait.")
    await expect(noor.part("Debrief").get_by_text("saving yours replaces it")).to_have_count(0)
    await save.click()
    await expect(save).to_have_count(0, timeout=SOON)
    (one,) = (await noor.read(f"{path}/debriefs"))["items"]
    assert (one["text"], one["version"]) == ("Knock first. And wait.", 2)


async def test_an_action_whose_words_were_erased_goes_by_its_number(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    path = await begun(noor)
    me = next(one for one in (await noor.read("/members"))["items"] if one["name"].startswith("Noor"))
    action = await send(noor, f"{path}/actions", {"objective": f"Find {NAME}", "lead": me["code"]})
    await noor.turn_to(path)
    chosen = noor.part("Results").get_by_role("combobox", name="Of the action")
    await expect(chosen).to_have_value(f"{action['number']} · Find {NAME}", timeout=SOON)
    entries = (await noor.read(f"/ledger/disclosed?q={NAME.split()[1]}"))["items"]
    (entry,) = [one for one in entries if one["kind"] == "action.planned" and action["number"] in str(one)]
    wanted = FORM | {"names": ["objective"], "confirmation": str(entry["position"])}
    await send(noor, f"/ledger/entries/{entry['position']}/erasures", wanted)
    await expect(chosen).to_have_value(action["number"], timeout=SOON)
