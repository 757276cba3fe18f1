"""Problems in the language of the client: `type` and `code` stay, `title`, `detail` and messages follow Accept-Language."""

from typing import Any
from uuid import uuid4

import httpx
import pytest

from app.i18n import negotiation
from app.i18n.phrases import Phrase, translated
from tests.factories.evidence import register
from tests.factories.team import Team, read_json

FRENCH = {"Accept-Language": "fr-BE, fr;q=0.9, en;q=0.5"}


@pytest.mark.parametrize(
    ("header", "account", "language"),
    [
        (None, None, "en"),
        (None, "fr-FR", "fr"),
        (None, "de", "en"),
        ("", "fr", "fr"),
        ("fr", "en", "fr"),
        ("en", "fr", "en"),
        ("de, fr-CH;q=0.8, en;q=0.7", None, "fr"),
        ("fr;q=0.3, en;q=0.7", None, "en"),
        ("fr;q=0, *", None, "en"),
        ("FR ; q=0.5", None, "fr"),
        ("de, nl;q=0.5", "fr", "en"),
        ("fr;q=much", None, "en"),
    ],
)
def test_language_follows_the_header_and_else_the_account(
    header: str | None, account: str | None, language: str
) -> None:
    assert negotiation.preferred(header, account) == language


def test_phrase_translates_its_template_and_its_values() -> None:
    phrase = Phrase("The exhibit cannot be opened. {reasons}", reasons=["The exhibit was withdrawn.", "Required."])
    assert phrase == "The exhibit cannot be opened. The exhibit was withdrawn. Required."
    assert translated(phrase, "fr") == "La pièce ne peut pas être ouverte. La pièce a été retirée. Obligatoire."
    assert translated(Phrase("{code} is not suspended.", code="FR"), "fr") == "FR n\u2019est pas suspendue."
    assert translated("Not in the catalogue.", "fr") == "Not in the catalogue."


def words(answer: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert answer.headers["Vary"] == "Accept-Language"
    return {name: body[name] for name in ("type", "code", "status")} | {"language": answer.headers["Content-Language"]}


async def test_refusal_is_said_in_the_accepted_language(team: Team) -> None:
    noor = team.client("noor")
    wrong = {"name": " "}
    english, french = [await noor.patch("/api/me", json=wrong, headers=headers) for headers in ({}, FRENCH)]
    assert words(english) == words(french) | {"language": "en"}
    assert words(french)["language"] == "fr"
    (error,) = french.json()["errors"]
    assert (error["field"], french.json()["title"]) == ("name", "Certaines valeurs ne sont pas valides")
    assert french.json()["detail"] == "Vérifiez ces champs\u00a0: name."
    assert english.json()["detail"] == "Check these fields: name."
    assert error["message"] != english.json()["errors"][0]["message"]


async def test_absent_and_invisible_are_alike_in_every_language(team: Team) -> None:
    exhibit = await register(team, "noor")
    lena = team.client("lena")
    for headers in ({}, FRENCH):
        answers = [await lena.get(team.path(f"/evidence/{one}"), headers=headers) for one in (exhibit["id"], uuid4())]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].content == answers[1].content
        assert ("existe pas" in answers[0].text) == bool(headers)


async def test_without_the_header_the_language_of_the_account_is_used(team: Team) -> None:
    noor = team.client("noor")
    read_json(await noor.patch("/api/me", json={"locale": "fr"}))
    refused = await noor.get(team.path(f"/evidence/{uuid4()}"))
    assert (refused.headers["Content-Language"], refused.json()["title"]) == ("fr", "Introuvable")
    stranger = await team.nobody().get("/api/me")
    assert (stranger.status_code, stranger.headers["Content-Language"]) == (401, "en")
