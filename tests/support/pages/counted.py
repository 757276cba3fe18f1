"""A person at the page who finds everything by its visible label; counts what the person does.

An action is one click or one field. People who do one job together share the count: `other = noor.beside(page)`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.async_api import Locator, Page

Pressed = Literal["button", "checkbox", "link", "menuitem", "radio"]


@dataclass(frozen=True)
class Counted:
    """`done`: the labels of all clicks and fields, in order."""

    page: Page
    done: list[str] = field(default_factory=list)

    def beside(self, page: Page) -> "Counted":
        """Another person of the same job."""
        return Counted(page, self.done)

    async def click(self, name: str, role: Pressed = "button", *, within: Locator | None = None) -> None:
        """Press what has this label."""
        await self.press((within or self.page).get_by_role(role, name=name, exact=True), name)

    async def press(self, place: Locator, name: str) -> None:
        """Press what was found by a part of its label."""
        await place.click()
        self.done.append(name)

    async def fill(self, label: str, text: str, *, within: Locator | None = None) -> None:
        """Fill a field."""
        await (within or self.page).get_by_role("textbox", name=label, exact=True).fill(text)
        self.done.append(label)

    async def choose(self, label: str, option: str, *, within: Locator | None = None) -> None:
        """Open a list and press one of its options."""
        await (within or self.page).get_by_role("combobox", name=label, exact=True).click()
        await self.page.get_by_role("option", name=option, exact=True).click()
        self.done.extend((label, option))

    async def find(self, label: str, words: str, *, within: Locator | None = None) -> None:
        """Type into a list that searches, and press the option that contains the words."""
        await (within or self.page).get_by_role("combobox", name=label, exact=True).fill(words)
        await self.page.get_by_role("option").filter(has_text=words).click()
        self.done.extend((label, words))

    async def choose_files(self, button: str, files: Sequence[Path]) -> None:
        """Choose files in the dialog of the system, which counts as one field."""
        async with self.page.expect_file_chooser() as choosing:
            await self.click(button)
        await (await choosing.value).set_files(list(files))
        self.done.append("files")

    def took_at_most(self, actions: int) -> None:
        """Fail where the job takes more clicks and fields."""
        assert len(self.done) <= actions, (len(self.done), self.done)
