"""A registration that was not sent: kept through a reload, and continued."""

from typing import Final

from playwright.async_api import Page, expect

from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person, open_window
from tests.support.server import Server
from tests.support.waiting import until

TITLE: Final = "Notebook from the kitchen"
#: How many registrations this browser keeps, without making the database to find out.
KEPT: Final = """async () => {
  const name = 'liaison-at-the-search';
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return 0;
  return await new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('notes').objectStore('notes').getAllKeys();
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result.filter((key) => key.startsWith('registration/')).length);
      };
    };
  });
}"""


async def kept(page: Page, number: int) -> None:
    """Wait until this browser keeps so many registrations."""

    async def so_many() -> bool:
        return bool(await page.evaluate(KEPT) == number)

    await until(so_many, within=30)


async def test_unsent_registration_survives_a_reload(windows: Windows, lantern: Server) -> None:
    noor = await open_window(windows, await api_person(lantern, "noor@nl.demo"), "/evidence")
    page = noor.page
    form = page.get_by_role("dialog", name="Register exhibit")
    title = form.get_by_role("textbox", name="Title")
    await page.get_by_role("button", name="Register exhibit").click()
    await title.fill(TITLE)
    await kept(page, 1)
    await page.reload()
    await page.get_by_role("button", name="Register exhibit").click()
    await expect(form.get_by_text("You have an unfinished registration.")).to_be_visible()
    await expect(title).to_have_value("")
    await form.get_by_role("button", name="Continue registration").click()
    await expect(title).to_have_value(TITLE)
