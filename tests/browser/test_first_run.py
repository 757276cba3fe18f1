"""The first run: set up the operator with a second factor, verify a country card, invite a founder, found a team, propose members from CSV, confirm them at once."""

import json
import re
from pathlib import Path
from typing import Final

import pyotp
from playwright.async_api import Page, expect

from tests.factories.team import Person, jit_form, member_form
from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.user_page import SOON, open_menu
from tests.support.server import Serve, Server

PASSWORD: Final = "four words that say nothing"
PRINTED: Final = re.compile(r"^  ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){6})$", re.MULTILINE)
ROWS: Final = (
    "party;authority;name;email;roles;function\n"
    "NL;POL;Fenna Osinga;fenna@nl.test;member;police\n"
    "NL;POL;Ada Lund;{email};member;police\n"
)


async def set_up(page: Page, server: Server) -> str:
    """Enter the code that the server printed; look at the settings and test the storage. A recovery code."""
    printed = PRINTED.search(server.log.read_text())
    assert printed is not None, server.log.read_text()
    await page.goto("/setup")
    await page.get_by_label("Setup code").fill("0000-1111")
    await page.get_by_label("First name and surname").fill("Otto Weissgerbel")
    await page.get_by_label("E-mail address").fill("otto@host.test")
    await page.get_by_role("textbox", name="Password").fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()
    await expect(page.get_by_text("This is not the setup code.")).to_be_visible()
    await page.get_by_label("Setup code").fill(printed[1])
    await page.get_by_role("button", name="Create account").click()
    await expect(page.get_by_text("Your account exists")).to_be_visible(timeout=SOON)
    recovery_code = await add_authenticator(page)
    await page.get_by_role("button", name="Test storage").click()
    await expect(page.get_by_text("A small object was written, read and deleted")).to_be_visible(timeout=SOON)
    await page.get_by_role("link", name="Open administration").click()
    return recovery_code


async def add_authenticator(page: Page) -> str:
    """An operator needs a second factor before anything else; a recovery code, which is shown once."""
    await page.get_by_role("button", name="Set up an authenticator app").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Current password").fill(PASSWORD)
    await dialog.get_by_role("button", name="Continue").click()
    await expect(dialog.get_by_role("img", name="QR code")).to_be_visible(timeout=SOON)
    secret = (await dialog.get_by_role("button", name="Copy the key").inner_text()).strip()
    await dialog.get_by_label("Code of the app").fill("000000")
    await dialog.get_by_role("button", name="Confirm").click()
    await expect(dialog.get_by_text("This code is wrong.")).to_be_visible(timeout=SOON)
    await dialog.get_by_label("Code of the app").fill(pyotp.TOTP(secret).now())
    assert await violations(page) == []
    await dialog.get_by_role("button", name="Confirm").click()
    dialog = page.get_by_role("dialog", name="Recovery codes")
    await expect(dialog.get_by_role("listitem")).to_have_count(10, timeout=SOON)
    code = await dialog.get_by_role("listitem").first.inner_text()
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Close").click()
    return code.strip()


async def change_password_and_sign_in(page: Page, code: str) -> None:
    """A wrong password is named at its field; after signing out, the new one and a code are needed."""
    await page.goto("/account")
    await page.get_by_role("button", name="Change password").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Current password").fill("another")
    await dialog.get_by_role("textbox", name="New password", exact=True).fill(PASSWORD + " more")
    await dialog.get_by_role("textbox", name="New password again").fill(PASSWORD + " more")
    await dialog.get_by_role("button", name="Change password").click()
    await expect(dialog.get_by_text("The current password is wrong.")).to_be_visible(timeout=SOON)
    await dialog.get_by_role("textbox", name="Current password").fill(PASSWORD)
    await dialog.get_by_role("button", name="Change password").click()
    await expect(dialog).to_be_hidden(timeout=SOON)
    await open_menu(page.get_by_role("button", name="Account and sessions"))
    await page.get_by_role("menuitem", name="Sign out").click()
    await page.get_by_label("E-mail").fill("otto@host.test")
    await page.get_by_role("textbox", name="Password").fill(PASSWORD + " more")
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_label("Code of your authenticator app").fill("0000-0000")
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_text("This code is wrong or was used before.")).to_be_visible(timeout=SOON)
    await page.get_by_label("Code of your authenticator app").fill(code)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.wait_for_url(re.compile("/(teams|administration)$"))
    await page.goto("/account")
    await expect(page.get_by_text("9 codes left")).to_be_visible(timeout=SOON)


async def invite_founder(page: Page) -> str:
    """Invite a person who may found teams; the one-time code."""
    await page.get_by_role("button", name="Invite person").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("First name and surname").fill("Tess Brouwinga")
    await dialog.get_by_label("E-mail address").fill("tess@nl.test")
    await dialog.get_by_role("checkbox", name="May found teams").check()
    await dialog.get_by_role("button", name="Invite person").click()
    dialog = page.get_by_role("dialog", name="One-time code for Tess Brouwinga")
    code = (await dialog.get_by_role("button", name="Copy the code").inner_text()).strip()
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Close").click()
    await page.get_by_role("tab", name="Log of operators").click()
    await expect(page.get_by_role("row", name="tess@nl.test").get_by_text("Invited a person")).to_be_visible()
    return code


async def verify_a_card(page: Page, folder: Path) -> None:
    """Open a country card, verify its time zone, add a value with its source, export and import the cards."""
    await page.get_by_role("tab", name="Reference data").click()
    await page.get_by_text("Country cards", exact=True).click()
    await page.get_by_label("Search reference data").fill("netherlands")
    await page.get_by_role("button", name="Netherlands").click()
    zone = page.locator("dl > div", has_text="Europe/Amsterdam").first
    await expect(zone.get_by_text("Unverified")).to_be_visible()
    await page.get_by_role("button", name="Actions for Time zone").click()
    await page.get_by_role("menuitem", name="Mark as verified").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_label("Verified by")).to_have_value("Otto Weissgerbel")
    await dialog.get_by_label("Compared with").fill("tzdata 2026b, zone1970.tab")
    await dialog.get_by_role("button", name="Mark as verified").click()
    await expect(zone.get_by_text("Verified", exact=True)).to_be_visible(timeout=SOON)
    await expect(page.get_by_text("Value verified: Time zone")).to_be_visible(timeout=SOON)
    await page.get_by_role("button", name="Back to: Country cards").click()
    async with page.expect_download() as saved:
        await page.get_by_role("link", name="Export file").click()
    cards = json.loads(Path(await (await saved.value).path()).read_text("utf-8"))
    (card,) = [one for one in cards["entries"] if one["code"] == "NL"]
    assert card["zone"]["verified_by"] == "Otto Weissgerbel"
    card["retention"] = {"value": "Six months", "source": "Letter of the ministry"}
    file = folder / "countries.json"
    file.write_text(json.dumps(cards), "utf-8")
    await page.get_by_role("button", name="Import files").click()
    await page.get_by_role("dialog").locator("input[type=file]").set_input_files(file)
    await page.get_by_role("dialog").get_by_role("button", name="Import 1 change").click(timeout=SOON)
    await expect(page.get_by_role("dialog")).to_be_hidden(timeout=SOON)
    await page.get_by_role("button", name="Netherlands").click()
    await expect(page.get_by_text("Six months")).to_be_visible(timeout=SOON)
    await page.get_by_role("tab", name="Accounts").click()


async def accept(windows: Windows, server: Server, code: str, email: str) -> Page:
    page = await windows.open(server.url)
    await page.goto("/invitation")
    await page.get_by_label("One-time code").fill(code)
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("New password", exact=False).first.fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()
    await page.wait_for_url(re.compile("/(teams|jits/.*)$"))
    return page


async def post(page: Page, server: Server, path: str, form: object) -> dict[str, object]:
    """What the founding wizard sends; it has a test of its own."""
    answer = await page.request.post(path, data=form, headers={"Origin": server.url})
    assert answer.ok, await answer.text()
    return dict(await answer.json())


async def import_rows(page: Page, folder: Path) -> None:
    """A wrong row is shown with its column; the corrected file is proposed."""
    file = folder / "members.csv"
    await page.get_by_role("button", name="Add members from CSV").click()
    dialog = page.get_by_role("dialog")
    file.write_text(ROWS.format(email="nobody"), "utf-8")
    await dialog.locator("input[type=file]").set_input_files(file)
    await expect(dialog.get_by_text("1 row has an error")).to_be_visible(timeout=SOON)
    await expect(dialog.get_by_role("row", name="Ada Lund").get_by_text("email:")).to_be_visible()
    await dialog.get_by_role("button", name="Choose another file").click()
    file.write_text("\N{BOM}" + ROWS.format(email="ada@nl.test"), "utf-8")
    await dialog.locator("input[type=file]").set_input_files(file)
    await dialog.get_by_role("button", name="Propose 2 members").click()
    await expect(dialog).to_be_hidden(timeout=SOON)


async def test_first_run_leads_to_a_team_with_members_from_a_file(
    windows: Windows, serve: Serve, tmp_path: Path
) -> None:
    server = serve(LIAISON_OPERATOR_SECOND_FACTOR="true")
    windows.forgive("api/setup")  # the browser logs each refusal
    windows.forgive("api/sessions")
    windows.forgive("api/me/")
    windows.forgive("api/demonstration")
    operator = await windows.open(server.url)
    recovery_code = await set_up(operator, server)
    await verify_a_card(operator, tmp_path)
    code = await invite_founder(operator)
    await change_password_and_sign_in(operator, recovery_code)
    founder = await accept(windows, server, code, "tess@nl.test")
    jit = (await post(founder, server, "/api/jits", jit_form()))["id"]
    form = member_form("noor@nl.test", Person("NL", "OM", ("leader",), "judicial"))
    proposed = await post(founder, server, f"/api/jits/{jit}/members", form)
    leader = await accept(windows, server, str(proposed["one_time_code"]), "noor@nl.test")

    await founder.goto(f"/jits/{jit}/members")
    await import_rows(founder, tmp_path)
    await leader.goto(f"/jits/{jit}/members")
    await leader.get_by_role("button", name="Confirm 2 members").click(timeout=SOON)
    dialog = leader.get_by_role("dialog")
    await expect(dialog.get_by_role("checkbox", name="Confirm Fenna Osinga")).to_be_checked()
    await dialog.get_by_role("button", name="Confirm 2 members").click()
    await expect(dialog.get_by_role("button", name="Copy the code of")).to_have_count(2, timeout=SOON)
    async with leader.expect_download() as saved:
        await dialog.get_by_role("button", name="Download codes as CSV").click()
    assert "fenna@nl.test" in Path(await (await saved.value).path()).read_text("utf-8-sig")
    await expect(dialog.get_by_role("button", name="Close").last).to_be_disabled()
    await dialog.get_by_role("checkbox", name="I have saved the codes").check()
    await dialog.get_by_role("button", name="Close").last.click()
    await expect(dialog).to_be_hidden()
