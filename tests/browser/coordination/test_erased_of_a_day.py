"""Erased fields of the log disappear from an action day while another party reads it."""

import re
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.factories.operations import reporting
from tests.support.pages.action_days import erase_everywhere, plan_action, planned_day
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person
from tests.support.pages.user_page import SOON, open_signed_in
from tests.support.server import Server

NAME: Final = f"Quist {clock.new_id().hex[-8:]}"
FIELDS: Final = {
    "action.planned": ["objective"],
    "operation.reported": ["text"],
    "protected.entered": ["reason", "subject_name"],
}


async def test_erased_fields_of_an_action_day_disappear_from_an_open_screen(windows: Windows, lantern: Server) -> None:
    coordinator, lena, jonas = [
        await api_person(lantern, one) for one in ("coordinator@nl.demo", "lena@de.demo", "jonas@de.demo")
    ]
    path = await planned_day(coordinator, title=f"Without a name {clock.new_id().hex[-8:]}")
    await plan_action(lena, path, f"Find {NAME}", "whole")
    await lena.post(f"{path}/ticker", reporting(text=f"{NAME} was seen"))
    about = {"kind": "person", "subject": NAME, "reason": f"{NAME} helps us", "told": ["NL"]}
    await lena.post(f"{path}/do-not-touch", about)
    noor = await open_signed_in(windows, lantern, "noor@nl.demo")
    await noor.turn_to(path)
    await expect(noor.page.get_by_text(NAME)).to_have_count(4)
    await erase_everywhere(jonas, NAME.split()[1], FIELDS)
    await expect(noor.page.get_by_text(re.compile("erased on"))).to_have_count(4, timeout=SOON)
    await expect(noor.page.get_by_text(NAME)).to_have_count(0)
