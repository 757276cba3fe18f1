"""Fields of an entry at the page: erased for good by a leader, and told from what is withheld by whoever reads the entry."""

from pathlib import Path

from playwright.async_api import expect

from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, sit_down
from tests.support.server import Server


async def test_are_erased_and_say_so(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo", language="fr", dark=True)
    wanted = form(
        title="A flat searched in Rotterdam", place="Flat of K., Rotterdam", releases=[release("DE", "readable")]
    )
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    assert made.status == 201, await made.text()
    exhibit = await made.json()
    await jonas.turn_to(f"/evidence/{exhibit['id']}")
    await noor.turn_to(f"/evidence/{exhibit['id']}")
    custody = noor.page.get_by_role("region", name="Custody")
    registered = custody.get_by_role("listitem").filter(has_text="Registered").first
    await registered.get_by_role("button", name="As recorded").click()
    await registered.get_by_role("button", name="Erase fields").click(timeout=SOON)
    dialog = noor.page.get_by_role("dialog")
    await expect(dialog.get_by_text("This cannot be undone.")).to_be_visible()
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(dialog.get_by_text("Choose at least one field.")).to_be_visible()
    await dialog.get_by_role("checkbox", name="Place").check()
    await dialog.get_by_role("textbox", name="Legal basis").fill("Directive (EU) 2016/680 Art. 16(2)")
    await dialog.get_by_role("textbox", name="Why").fill("The person concerned asked for it")
    confirm = dialog.get_by_role("textbox", name="to confirm")
    label = await dialog.get_by_text("to confirm").first.text_content()
    await confirm.fill("".join(one for one in label or "" if one.isdigit()))
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "erase-narrow.png")
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(dialog).to_be_hidden()
    await expect(registered.get_by_text("certificate at position").first).to_be_visible(timeout=SOON)
    await expect(custody.get_by_text("Fields erased: certificate").first).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "erased-narrow.png", full_page=True)
    await expect(jonas.page.get_by_text("certificat à la position").first).to_be_visible(timeout=SOON)
    await expect(
        jonas.page.get_by_text("Flat of K., Rotterdam").first
    ).to_be_visible()  # the exhibit's own description stands
    await jonas.page.screenshot(path=tmp_path / "erased-french-dark.png", full_page=True)
