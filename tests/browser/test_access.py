"""Standing rules at the page: a leader adds one, sees who could see what before saving, and a registration follows it."""

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server


async def test_a_rule_is_foreseen_saved_and_looked_at(windows: Windows, lantern: Server) -> None:
    desk = await sit_down(windows, lantern, "noor@nl.demo")
    page = desk.page
    await desk.turn_to("/access")
    await page.get_by_role("button", name="Add a rule", exact=True).click()
    form = page.get_by_role("dialog", name="Add a rule")
    await form.get_by_role("combobox", name="Category").click()
    await page.get_by_role("option", name="Photograph", exact=True).click()
    await form.get_by_role("combobox", name="To whom").click()
    await page.get_by_role("option", name="Germany", exact=True).click()
    await form.get_by_role("radiogroup", name="Level").get_by_text("Readable", exact=True).click()
    await form.get_by_role("button", name="Save the rule").click()
    await expect(form.get_by_text("Name the clause")).to_be_visible()
    await form.get_by_role("textbox", name="Clause of the agreement").fill("Agreement, cl. 8.4")
    foreseen = form.get_by_role("list", name="Who could see this")
    await expect(foreseen).to_contain_text("Readable")
    await expect(foreseen).to_contain_text("DE-01")
    await form.get_by_role("button", name="Save the rule").click()
    await expect(form).to_have_count(0)
    await expect(page.get_by_role("button", name="Change the rule: Photograph, Germany")).to_contain_text(
        "Agreement, cl. 8.4"
    )
    await page.get_by_role("button", name="Look at what they would change").click()
    changes = page.get_by_role("dialog", name="What the rules would change")
    await expect(changes.get_by_text("Every exhibit is released as the rules read now.")).to_be_visible()
