"""Openings at the page: a working session that justifies many at once, and a taken copy that a recall asks after."""

import re
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import KEEPING, release, values
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.screens import LAMPKIT
from tests.support.pages.user_page import SOON, UserPage, go_to
from tests.support.server import Server

WHY: Final = f"Reading the seizures of the front servers for the indictment {clock.new_id().hex[-6:]}"
TEXT: Final = "Not to be shown to the press"
TITLE: Final = f"Stick of which a copy is taken {clock.new_id().hex[-8:]}"


async def test_openings_share_a_session_and_a_recalled_copy_is_answered_for(windows: Windows, lantern: Server) -> None:
    acting = await api_person(lantern, "lena@de.demo")
    originator = await api_person(lantern, "noor@nl.demo")
    exhibit = await copied(originator, acting)
    bound = await originator.register(
        f"Minutes {clock.new_id().hex[-8:]}", release("DE"), handling=["H3"], handling_text=TEXT
    )
    await originator.upload(bound, b"question, answer", "minutes.txt")
    (lampkit,) = (await acting.get(f"/evidence?q={LAMPKIT}"))["items"]
    lena = await open_window(windows, acting, f"/evidence/{bound['id']}", zone="Europe/Berlin")
    bar = lena.part("Working session")
    await session_of_another_browser_ends_here(await api_person(lantern, "lena@de.demo"), bar)
    await begin(lena, bar)
    await text_is_acknowledged_all_the_same(lena)
    await lena.turn_to(f"/evidence/{lampkit['id']}")
    for count in ("accessed 1 time", "accessed 2 times"):
        await open_within_session(lena)
        await expect(bar).to_contain_text(count)
    entries = (await acting.get(f"/evidence/{lampkit['id']}/custody?limit=200&sort=newest"))["items"]
    mine = [values(entry) for entry in entries if entry["kind"] == "evidence.opened"]
    assert [opening.get("justification") for opening in mine].count(WHY) == 2, "each opening is an entry"
    await taking_is_justified_alone(lena, bar)
    noor = await open_window(windows, originator, f"/evidence/{exhibit['id']}")
    await recall(noor)
    await answer(lena)
    await expect(noor.part("Copies").get_by_text("The court of Wiesbaden holds it")).to_be_visible()
    await noor.tab("Custody")
    await expect(noor.part("Custody events").get_by_text("Copy: answer of the holder")).to_be_visible()
    windows.forgive("status of 404")  # requests of Lena's page for the exhibit that was recalled


async def copied(noor: ApiPerson, lena: ApiPerson) -> dict[str, Any]:
    """An exhibit of Noor of which Lena has taken a copy."""
    exhibit = await noor.register(TITLE, release("DE"))
    await noor.upload(exhibit, b"wallet,amount\n", "wallets.csv")
    opening = {"act": "take", "purpose": "JIT_PURPOSE", "justification": "Indictment"} | KEEPING
    await lena.post(f"/evidence/{exhibit['id']}/openings", opening)
    return exhibit


async def session_of_another_browser_ends_here(acting: ApiPerson, bar: Locator) -> None:
    """A session that the same member began elsewhere is shown and can be ended."""
    form = {"purpose": "JIT_PURPOSE", "justification": "Begun elsewhere", "minutes": 5}
    await acting.post("/working-sessions", form)
    await expect(bar).to_contain_text("Started in another browser", timeout=SOON)
    await bar.get_by_role("button", name="End working session").click()
    await expect(bar).to_have_count(0)


async def begin(lena: UserPage, bar: Locator) -> None:
    """State the purpose of the session once; the dialog demands the reason."""
    await lena.page.get_by_role("button", name="Start working session").click()
    dialog = lena.page.get_by_role("dialog", name="Start working session")
    await dialog.get_by_role("button", name="Start", exact=True).click()
    await expect(dialog.get_by_text("Enter a justification, or choose one of your tasks.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Justification").fill(WHY)
    await dialog.get_by_text("8 hours").click()
    await dialog.get_by_role("button", name="Start", exact=True).click()
    await expect(bar).to_contain_text(WHY)


async def text_is_acknowledged_all_the_same(lena: UserPage) -> None:
    """The session replaces the justification, not the acknowledgement that H3 demands."""
    await lena.page.get_by_role("button", name="View", exact=True).first.click()
    dialog = lena.page.get_by_role("dialog")
    await expect(dialog.get_by_text(TEXT)).to_be_visible()
    await expect(dialog.get_by_role("textbox", name="Justification")).to_have_count(0)
    await dialog.get_by_role("button", name="View", exact=True).click()
    await expect(dialog.get_by_text("Acknowledge the text first.")).to_be_visible()
    await dialog.get_by_role("button", name="Cancel").click()


async def open_within_session(lena: UserPage) -> None:
    """Open the exhibit: its files are shown at once, without another question."""
    page = lena.page
    await page.get_by_role("button", name="View", exact=True).first.click()
    await expect(page.get_by_role("navigation", name="Files", exact=True)).to_be_visible(timeout=SOON)
    await expect(page.get_by_role("textbox", name="Justification")).to_have_count(0)
    await page.get_by_role("button", name="Close viewer").click()


async def taking_is_justified_alone(lena: UserPage, bar: Locator) -> None:
    """Within the session taking asks for the custodian; it may have a reason of its own, and needs one after the session."""
    await lena.page.get_by_role("button", name=re.compile("^Download")).first.click()
    dialog = lena.page.get_by_role("dialog")
    await expect(dialog.get_by_text(f"In your working session: Purpose of the team. {WHY}")).to_be_visible()
    await expect(dialog.get_by_role("textbox", name="Custodian")).to_be_visible()
    await dialog.get_by_role("button", name="Justify this access separately").click()
    await expect(dialog.get_by_role("textbox", name="Justification")).to_be_visible()
    await dialog.get_by_role("button", name="Cancel").click()
    await bar.get_by_role("button", name="End working session").click()
    await expect(bar).to_have_count(0)
    await lena.page.get_by_role("button", name=re.compile("^Download")).first.click()
    await expect(lena.page.get_by_role("textbox", name="Justification")).to_be_visible()
    await dialog.get_by_role("button", name="Cancel").click()


async def recall(noor: UserPage) -> None:
    """The dialog warns of the copy; the panel then counts the answer that is owed."""
    await noor.tab("Sharing")
    panel = noor.part("Copies")
    await expect(panel.get_by_text("1 copy held elsewhere")).to_be_visible()
    await noor.page.get_by_role("button", name="Change access of Germany").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Recall").click()
    await expect(dialog.get_by_text("holds one copy")).to_be_visible()
    await dialog.get_by_role("textbox").fill("The judge excluded the stick")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Recall release").click()
    await expect(panel.get_by_text("1 answer required")).to_be_visible()


async def answer(lena: UserPage) -> None:
    """The holder finds the question among the pending actions, though the exhibit is gone, and answers."""
    await go_to(lena, "Overview")
    await lena.page.get_by_role("link", name=TITLE, exact=True).click()
    asked = lena.page.get_by_role("region", name="Recalled: your party must answer")
    await expect(asked.get_by_text("The judge excluded the stick")).to_be_visible()
    await asked.get_by_role("listitem").filter(has_text=TITLE).get_by_role("button", name="Answer").click()
    form = lena.page.get_by_role("dialog")
    await form.get_by_role("radio", name="It is kept").check()
    await form.get_by_role("button", name="Record answer").click()
    await expect(form.get_by_text("Enter the reason for keeping it.")).to_be_visible()
    await form.get_by_role("textbox").fill("The court of Wiesbaden holds it")
    await form.get_by_role("button", name="Record answer").click()
    await expect(lena.page.get_by_role("region", name="Held by your party")).to_be_visible()
    await expect(asked.get_by_text("The judge excluded the stick")).to_have_count(0)
