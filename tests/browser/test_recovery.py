"""Two administrators of an organisation recover an account at the page; the person is told and sets a new password."""

from typing import Final

from playwright.async_api import Page, expect
from sqlalchemy import text

from app import database
from app.services.accounts import accounts
from tests.factories.accounts import PASSWORD, hash_of
from tests.factories.organisations import ADMIN, NEW_PASSWORD
from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.user_page import SOON
from tests.support.server import Serve, Server

PEOPLE: Final = ("otto@host.test", "noor@om.test", "daan@om.test", "lena@om.test")


async def make_accounts(server: Server) -> dict[str, str]:
    """The operator Otto, and three people; the id of each."""
    async with database.as_owner(server.urls.owner) as session:
        return {
            email.split("@", 1)[0]: str(
                await accounts.create(
                    session,
                    email=email,
                    name=email.split("@", 1)[0].title(),
                    password_hash=hash_of(PASSWORD),
                    operator=email.startswith("otto"),
                )
            )
            for email in PEOPLE
        }


async def sign_in(windows: Windows, server: Server, email: str, address: str) -> Page:
    page = await windows.open(server.url)
    entered = {"email": email, "password": PASSWORD}
    answer = await page.request.post("/api/sessions", data=entered, headers={"Origin": server.url})
    assert answer.status == 201, await answer.text()
    await page.goto(address)
    return page


async def make_organisation(page: Page, server: Server, ids: dict[str, str]) -> None:
    """The operator creates the organisation, puts Lena into it at the page, and names two administrators."""
    await page.get_by_role("tab", name="Organisations").click()
    await expect(page.get_by_text("No organisation", exact=True)).to_be_visible(timeout=SOON)
    await page.get_by_role("button", name="Create organisation").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Name").fill("OM Rotterdam")
    await dialog.get_by_role("button", name="Create organisation").click()
    await expect(page.get_by_role("row", name="OM Rotterdam")).to_be_visible(timeout=SOON)
    await page.get_by_role("tab", name="Accounts").click()
    await page.get_by_role("button", name="Actions for Lena").click()
    await page.get_by_role("menuitem", name="Add to organisation").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Organisation").click()
    await page.get_by_role("option", name="OM Rotterdam").click()
    await dialog.get_by_role("button", name="Add to organisation").click()
    await expect(page.get_by_role("row", name="Lena").get_by_text("OM Rotterdam")).to_be_visible(timeout=SOON)
    (one,) = (await (await page.request.get(ADMIN)).json())["items"]
    for who in ("noor", "daan"):
        path = f"{ADMIN}/{one['id']}/accounts/{ids[who]}"
        assert (await page.request.post(path, headers={"Origin": server.url})).ok
    await page.get_by_role("tab", name="Organisations").click()
    await page.get_by_role("button", name="Name administrators of OM Rotterdam").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Administrators").click()
    for who in ("Noor", "Daan"):
        await page.get_by_role("option", name=who).click()
    await page.keyboard.press("Escape")
    assert await violations(page) == []
    await dialog.get_by_role("button", name="Name administrators").click()
    await expect(page.get_by_text("Administrators named.")).to_be_visible(timeout=SOON)


async def test_account_is_recovered_by_two_administrators(windows: Windows, serve: Serve) -> None:
    windows.forgive("status of 401")  # when the page asks who is signed in, and nobody is
    windows.forgive("api/demonstration")
    windows.forgive("api/setup")
    server = serve()
    ids = await make_accounts(server)
    await make_organisation(await sign_in(windows, server, PEOPLE[0], "/administration"), server, ids)
    noor = await sign_in(windows, server, PEOPLE[1], "/account")
    await noor.get_by_role("button", name="Administer organisation").click()
    await noor.get_by_role("button", name="Actions for Lena").click()
    await noor.get_by_role("menuitem", name="Recover account").click()
    await noor.get_by_role("dialog").get_by_role("button", name="Propose").click()
    await expect(noor.get_by_text("Awaits another administrator")).to_be_visible(timeout=SOON)

    daan = await sign_in(windows, server, PEOPLE[2], "/organisation")
    await daan.get_by_role("button", name="Confirm").click()
    await daan.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    await expect(daan.get_by_text("Waiting time: 23")).to_be_visible(timeout=SOON)
    assert await violations(daan) == []

    lena = await sign_in(windows, server, PEOPLE[3], "/teams")
    await expect(lena.get_by_text("Your account is being recovered")).to_be_visible(timeout=SOON)
    await expect(lena.get_by_role("button", name="Stop recovery")).to_be_visible()
    assert await violations(lena) == []

    async with database.as_owner(server.urls.owner) as session:
        await session.execute(text("update organisation_proposals set ends_at = now()"))
    await daan.reload()
    await daan.get_by_role("button", name="Issue code").click()
    dialog = daan.get_by_role("dialog", name="One-time code for Lena")
    code = (await dialog.get_by_role("button", name="Copy the code").inner_text()).strip()

    forgetful = await windows.open(server.url)
    await forgetful.goto("/recovery")
    await forgetful.get_by_label("One-time code").fill(code)
    await forgetful.get_by_label("E-mail address of your account").fill(PEOPLE[3])
    await forgetful.get_by_role("textbox", name="New password").fill(NEW_PASSWORD)
    assert await violations(forgetful) == []
    await forgetful.get_by_role("button", name="Set password").click()
    await expect(forgetful.get_by_role("heading", name="Sign in")).to_be_visible(timeout=SOON)
    await forgetful.get_by_label("E-mail").fill(PEOPLE[3])
    await forgetful.get_by_role("textbox", name="Password").fill(NEW_PASSWORD)
    await forgetful.get_by_role("button", name="Sign in", exact=True).click()
    await forgetful.wait_for_url("**/teams")
