"""Names of countries and parties in documents."""

from uuid import uuid4

import pytest

from app.i18n.phrases import Language
from app.reference.sourced import BilingualText
from app.services.reference.country_names import CountryNames
from app.services.teams.roster import PartyRow

CARDS = {"NL": BilingualText(en="Netherlands", fr="Pays-Bas")}


@pytest.mark.parametrize(
    ("code", "name", "kind", "language", "expected"),
    [
        ("NL", "Netherlands", "member_state", "fr", "Pays-Bas (NL)"),
        ("NL", "Netherlands", "member_state", "en", "Netherlands (NL)"),
        ("NL", "Openbaar Ministerie", "member_state", "fr", "Openbaar Ministerie (NL)"),
        ("NL", "Netherlands", "organisation", "fr", "Netherlands (NL)"),
        ("EUROJUST", "Eurojust", "eu_body", "fr", "Eurojust (EUROJUST)"),
    ],
)
def test_party_is_named_in_the_language_of_the_document_unless_the_team_named_it_otherwise(
    code: str, name: str, kind: str, language: Language, expected: str
) -> None:
    party = PartyRow(id=uuid4(), code=code, name=name, kind=kind, status="active", time_zone="UTC")
    assert CountryNames(CARDS, language).of_party(party) == expected
