"""Wrong input: the refusal names the field and says in both languages what is wrong, and nothing is changed."""

from typing import Any

from tests.factories import evidence
from tests.factories.requests import create, form, item, seen, sent
from tests.factories.team import Team

#: Method, path, and body; the field that is named, and the sentence.
CASES: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("POST", "", form(instrument="BUDAPEST_99"), "instrument", "This instrument is not in the catalogue."),
    ("POST", "", form(items=[item(identifier=None)]), "items.0.identifier", "Enter the identifier of the data."),
    ("POST", "", form(items=[item(identifier="999.1.1.1")]), "items.0.identifier", "This is not an IP address."),
    ("POST", "", form(items=[item(identifier_kind="nonsense")]), "items.0.identifier_kind", "Choose one of"),
    ("POST", "", form(to={"country": "ZZ"}), "to.country", "Enter the two-letter code of a country."),
    ("POST", "", form(items=[{"kind": "hearing"}]), "items.0.description", "Describe what is asked."),
    (
        "POST",
        "",
        form(items=[item(until="2026-02-30T10:00:00Z")]),
        "items.0.until",
        "This date or time does not exist.",
    ),
    (
        "POST",
        "",
        form(items=[item(until="2026-05-16T10:00")]),
        "items.0.until",
        "Must be a date and time with its offset",
    ),
    ("POST", "/{sent}/results", {"evidence": "{exhibit}", "item": "{foreign}"}, "item", "This item does not belong"),
    ("POST", "/{sent}/results", {"evidence": "{foreign}"}, "evidence", "This exhibit does not exist, or you do not"),
    ("POST", "/{sent}/moves", {"to": "REGISTERED"}, "to", "This move is not possible in the current state."),
    ("POST", "/{sent}/moves", {"to": "WITHDRAWN"}, "reason", "Enter a reason."),
    ("POST", "/{sent}/items/{own}/moves", {"to": "lapsed"}, "to", "This move is not possible in the current state."),
    ("POST", "/{sent}/items/{own}/moves", {"to": "refused"}, "ground", "Enter the ground that the answer names."),
    ("POST", "/{draft}/items/{foreign}/moves", {"to": "delivered"}, "to", "The request was not sent yet."),
    ("PATCH", "/{sent}", {"facts": "Other facts"}, "facts", "The request was sent, so this cannot be changed"),
    (
        "POST",
        "/{sent}/deadlines",
        {"rule": "EPOC_STD", "begins_at": "2026-05-16T10:00:00Z"},
        "rule",
        "This deadline does not belong to the instrument.",
    ),
    ("PUT", "/{sent}/links/{sent}", {"relation": "production"}, "earlier", "A request cannot follow itself."),
    ("PUT", "/{sent}/releases/NL", {"level": "content"}, "party", "Your party sees its own requests."),
]


async def test_wrong_input_is_refused_by_field_and_changes_nothing(team: Team) -> None:
    draft, request, exhibit = await create(team), await sent(team), await evidence.register(team)
    ids = {
        "sent": request["id"],
        "draft": draft["id"],
        "exhibit": exhibit["id"],
        "own": request["items"][0]["id"],
        "foreign": draft["items"][0]["id"],
    }
    for method, path, body, field, sentence in CASES:
        told = {name: value.format(**ids) if isinstance(value, str) else value for name, value in body.items()}
        where, found = team.path(f"/requests{path.format(**ids)}"), []
        for language in ("en", "fr"):
            headers = {"Accept-Language": language, "If-Match": '"1"'}
            answer = await team.client("noor").request(method, where, json=told, headers=headers)
            assert answer.status_code in {409, 422}, (path, answer.text)
            ((error),) = answer.json()["errors"]
            assert error["field"] == field, (path, body)
            found.append(error["message"])
        assert found[0].startswith(sentence), (path, body)
        assert found[1] != found[0], "not translated"
    for one in (draft, request):
        assert await seen(team, "noor", one) == one
