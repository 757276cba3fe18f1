"""Members at the page: seats and parties that are suspended, a party that leaves, and the end of the team; each is undone again."""

from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server

NEXT_MARCH: Final = f"{clock.now().year + 1}-03-31"


async def act(user: UserPage, code: str, name: str) -> Locator:
    """Choose an act on a seat; the dialog that it opens."""
    await user.page.get_by_role("button", name=f"Actions for {code}").click()
    await user.page.get_by_role("menuitem", name=name).click()
    return user.page.get_by_role("dialog")


async def confirm_name(claire: UserPage, coordinator: ApiPerson) -> None:
    """A leader reads the name that was proposed, and that two alphabets are in it; corrects it, and confirms the corrected one."""
    form = {
        "party": "FR",
        "authority": "TJ",
        "email": "operator@host.demo",
        "roles": ["member"],
        "function": "judicial",
    }
    seat = await coordinator.post("/members", form | {"name": "Ott\u043e Weissgerbel"})
    await claire.page.get_by_role("button", name=f"Confirm {seat['code']}").click()
    dialog = claire.page.get_by_role("dialog")
    await expect(dialog.get_by_text("Ott\u043e Weissgerbel", exact=True)).to_be_visible()
    await expect(dialog.get_by_role("status")).to_contain_text("U+043E (CYRILLIC SMALL LETTER O)")
    await dialog.get_by_role("button", name="Cancel").click()

    dialog = await act(claire, seat["code"], "Change name")
    await dialog.get_by_role("textbox", name="Name").fill("Otto Weissgerbel")
    await dialog.get_by_role("textbox", name="Reason").fill("Mistyped")
    await dialog.get_by_role("button", name="Change name").click()
    line = claire.page.get_by_role("listitem").filter(has_text="operator@host.demo")
    await expect(line.get_by_text("Otto Weissgerbel", exact=True)).to_be_visible(timeout=SOON)

    await claire.page.get_by_role("button", name=f"Confirm {seat['code']}").click()
    dialog = claire.page.get_by_role("dialog")
    await expect(dialog.get_by_role("status")).to_have_count(0)
    await dialog.get_by_role("button", name="Confirm name and membership").click()
    await expect(line.get_by_text("active")).to_be_visible(timeout=SOON)

    dialog = await act(claire, seat["code"], "End membership")
    await dialog.get_by_role("textbox", name="Reason").fill("It was a visit")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="End membership").click()
    await expect(line).to_have_count(0, timeout=SOON)


async def suspend_seat(windows: Windows, claire: UserPage, admin: UserPage, hugo: ApiPerson) -> None:
    """A leader suspends a seat of the party, whose window closes at once; resumes it; and sets when it ends."""
    window = await open_window(windows, hugo, "/evidence")
    line = claire.page.get_by_role("listitem").filter(has_text="hugo@fr.demo")
    dialog = await act(claire, hugo.code, "Suspend")
    await dialog.get_by_role("button", name="Suspend").click()
    await expect(dialog.get_by_role("textbox", name="Reason")).to_have_attribute("aria-invalid", "true")
    await dialog.get_by_role("textbox", name="Reason").fill("Under review")
    await dialog.get_by_role("button", name="Suspend").click()
    await expect(line.get_by_text("suspended")).to_be_visible(timeout=SOON)
    seen = admin.page.get_by_role("listitem").filter(has_text=hugo.code)
    await expect(seen.get_by_text("suspended")).to_be_visible(timeout=SOON)
    assert await hugo.status("/members") == 404
    await expect(window.grid).to_be_hidden(timeout=SOON)
    await window.page.close()

    dialog = await act(claire, hugo.code, "Resume")
    await dialog.get_by_role("textbox", name="Reason").fill("Reviewed")
    await dialog.get_by_role("button", name="Resume").click()
    await expect(line.get_by_text("active")).to_be_visible(timeout=SOON)
    assert await hugo.status("/members") == 200

    dialog = await act(claire, hugo.code, "Set last day")
    await dialog.get_by_role("checkbox").uncheck()  # without an end
    await dialog.get_by_role("textbox", name="Last day").fill(NEXT_MARCH)
    await dialog.get_by_role("textbox", name="Reason").fill("The trial is over by then")
    await dialog.get_by_role("button", name="Set last day").click()
    await expect(line.get_by_text("until")).to_contain_text("01 Apr", timeout=SOON)


async def suspend_party(leader: UserPage, admin: UserPage, marek: ApiPerson) -> None:
    """A leader suspends a party at once and an administrator resumes it, each by a clause of the agreement."""
    for one, name, status in ((leader, "Suspend the party", 404), (admin, "Resume the party", 200)):
        await one.page.get_by_role("button", name=f"{name}: Europol").click()
        dialog = one.page.get_by_role("dialog")
        if one is leader:
            await dialog.get_by_role("checkbox", name="Suspend at once, for 24 hours").check()
        await dialog.get_by_role("textbox", name="Reason (visible to the whole team)").fill("As agreed on Tuesday")
        await dialog.get_by_role("button", name=name).click()
        await expect(dialog.get_by_text("Enter the clause that allows this.")).to_be_visible()
        await dialog.get_by_role("textbox", name="Clause of the agreement").fill("Art. 6(2)")
        await dialog.get_by_role("button", name=name).click()
        await expect(dialog).to_be_hidden(timeout=SOON)
        assert await marek.status("/members") == status


async def enter_clause(admin: UserPage) -> None:
    """What the agreement says for a party that leaves."""
    await admin.page.get_by_role("button", name="If a country leaves").click()
    dialog = admin.page.get_by_role("dialog")
    for field, option in (
        ("Party", "France"),
        ("Exhibits that it contributed", "Is frozen"),
        ("Exhibits that it received", "Is withdrawn"),
    ):
        await dialog.get_by_role("combobox", name=field).click()
        await admin.page.get_by_role("option", name=option, exact=True).click()
    await dialog.get_by_role("textbox", name="Clause of the agreement").fill("Clause 15.3")
    await dialog.get_by_role("button", name="Record clause").click()
    await expect(dialog).to_be_hidden(timeout=SOON)
    await expect(admin.page.get_by_role("button", name="Leave team: France")).to_have_count(0)


async def leave_and_stay(admin: UserPage, claire: UserPage) -> None:
    """A party is shown what follows before it declares that it leaves; everybody is told; and it stays after all."""
    await enter_clause(admin)
    await claire.page.get_by_role("button", name="Leave team: France").click()
    dialog = claire.page.get_by_role("dialog")
    await expect(dialog.get_by_text("Clause 15.3 has these consequences")).to_be_visible(timeout=SOON)
    await expect(
        dialog.get_by_role("group", name="It received").get_by_text("View and download → No access").first
    ).to_be_visible()
    await dialog.get_by_role("textbox", name="Last day").fill(NEXT_MARCH)
    await dialog.get_by_role("textbox", name="Reason (visible to the whole team)").fill("Its parliament decided so")
    await dialog.get_by_role("button", name="Declare departure").click()
    await expect(dialog.get_by_text("Type the code of the party exactly.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Type FR to confirm").fill("FR")
    await dialog.get_by_role("button", name="Declare departure").click()
    await expect(dialog).to_be_hidden(timeout=SOON)

    banner = admin.page.get_by_role("status").filter(has_text="France leaves the team under Clause 15.3")
    await expect(banner).to_contain_text("1 Apr", timeout=SOON)
    await banner.get_by_role("button", name="Consequences").click()
    looked = admin.page.get_by_role("dialog", name="Consequences of the departure of France")
    await expect(looked.get_by_role("region", name="It contributed")).to_be_visible(timeout=SOON)
    await looked.get_by_role("button", name="Close").click()

    await claire.page.get_by_role("button", name="Withdraw departure: France").click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Reason (visible to the whole team)").fill("It stays")
    await dialog.get_by_role("button", name="Withdraw departure").click()
    await expect(dialog).to_be_hidden(timeout=SOON)
    await expect(banner).to_be_hidden(timeout=SOON)


async def move(admin: UserPage, to: str, clause: str, why: str) -> None:
    """Move the team to another phase."""
    await admin.page.get_by_role("button", name=to).click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Clause of the agreement").fill(clause)
    await dialog.get_by_role("textbox", name="Reason (visible to the whole team)").fill(why)
    await dialog.get_by_role("button", name=to).click()
    await expect(dialog).to_be_hidden(timeout=SOON)


async def declare_closing_and_take_it_back(admin: UserPage, claire: UserPage) -> None:
    """The team is not closed before a leader of every party agreed; here one agrees, and takes the closing back."""
    panel = admin.page.get_by_role("region", name="Closing the team")
    await expect(panel).to_have_count(0)
    await move(admin, "Begin the trial phase", "Clause 9.2", "The arrests")
    await panel.get_by_role("button", name="Declare closing").click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Declare closing").click()
    await expect(dialog.get_by_text("Enter the clause that allows this.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Clause of the agreement").fill("Clause 21")
    await dialog.get_by_role("textbox", name="Reason (visible to the whole team)").fill("The judgments are final")
    await dialog.get_by_role("button", name="Declare closing").click()
    await expect(dialog).to_be_hidden(timeout=SOON)

    theirs = claire.page.get_by_role("region", name="Closing the team")
    await expect(theirs.get_by_text("exhibits that are not erased")).to_be_visible(timeout=SOON)
    await theirs.get_by_role("button", name="Agree for your party").click()
    dialog = claire.page.get_by_role("dialog")
    await expect(dialog.get_by_text("You agree for France")).to_be_visible()
    await dialog.get_by_role("button", name="Agree for your party").click()
    await expect(dialog).to_be_hidden(timeout=SOON)
    await expect(panel.get_by_text("(FR-01) agreed")).to_be_visible(timeout=SOON)
    for one in (panel, theirs):
        await expect(one.get_by_role("button", name="Close team permanently")).to_have_count(0)

    await theirs.get_by_role("button", name="Withdraw declaration").click()
    await dialog.get_by_role("textbox", name="Reason (visible to the whole team)").fill("An appeal is pending")
    await dialog.get_by_role("button", name="Withdraw declaration").click()
    await expect(panel.get_by_role("button", name="Declare closing")).to_be_visible(timeout=SOON)
    await move(admin, "Return to the operational phase", "Annex 2", "The amendment")
    await expect(panel).to_be_hidden(timeout=SOON)


async def test_members_and_parties_suspended_or_leaving_are_told_at_once(windows: Windows, lantern: Server) -> None:
    windows.forgive("status of 404")  # the page of a suspended seat asks for what is there no more
    admin = await open_window(windows, await api_person(lantern, "admin@nl.demo"), "/members")
    claire = await open_window(windows, await api_person(lantern, "claire@fr.demo"), "/members")
    amir = await api_person(lantern, "amir@nl.demo")
    await expect(claire.page.get_by_text("amir@nl.demo")).to_be_visible()
    await expect(claire.page.get_by_role("button", name=f"Actions for {amir.code}")).to_have_count(0)
    await confirm_name(claire, await api_person(lantern, "coordinator@nl.demo", team="Operation Lantern"))
    await suspend_seat(windows, claire, admin, await api_person(lantern, "hugo@fr.demo"))
    await suspend_party(claire, admin, await api_person(lantern, "marek@europol.demo"))
    await leave_and_stay(admin, claire)
    await declare_closing_and_take_it_back(admin, claire)
