"""The two teams: names, references, agreements, parties and their authorities."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.demo.people import Team

__all__ = ["TEAMS", "Authority", "Party", "TeamSpec"]


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority of a party."""

    code: str
    name: str
    kind: Literal["prosecution", "police", "laboratory", "court", "body"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party. `languages` are BCP 47 tags."""

    code: str
    name: str
    kind: Literal["member_state", "third_country", "eu_body", "judicial_authority", "organisation"]
    time_zone: str
    languages: tuple[str, ...]
    authorities: tuple[Authority, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSpec:
    """A team. The first party is the party of its founder."""

    key: Team
    name: str
    reference: str
    agreement_signed_on: date
    time_zone: str
    parties: tuple[Party, ...]


def _netherlands() -> Party:
    authorities = (
        Authority("OM", "Public Prosecution Service, Rotterdam", "prosecution"),
        Authority("POL", "National Police, High Tech Crime", "police"),
        Authority("LAB", "Forensic Laboratory, The Hague", "laboratory"),
    )
    return Party("NL", "Netherlands", "member_state", "Europe/Amsterdam", ("nl", "en"), authorities)


LANTERN = TeamSpec(
    key="lantern",
    name="Operation Lantern",
    reference="JIT-LANTERN-01",
    agreement_signed_on=date(2026, 4, 17),
    time_zone="Europe/Amsterdam",
    parties=(
        _netherlands(),
        Party(
            "DE",
            "Germany",
            "member_state",
            "Europe/Berlin",
            ("de",),
            (
                Authority("STA", "Prosecutor's Office, Cybercrime Centre, Frankfurt", "prosecution"),
                Authority("BP", "Federal Criminal Police, Wiesbaden", "police"),
            ),
        ),
        Party(
            "FR",
            "France",
            "member_state",
            "Europe/Paris",
            ("fr",),
            (
                Authority("TJ", "Judicial Court of Paris, investigating judges", "court"),
                Authority("GN", "Gendarmerie, Cyber Unit", "police"),
            ),
        ),
        Party(
            "CH",
            "Switzerland",
            "third_country",
            "Europe/Zurich",
            ("de", "fr", "it"),
            (Authority("BA", "Office of the Attorney General, Bern", "prosecution"),),
        ),
        Party(
            "EUROJUST",
            "Eurojust",
            "eu_body",
            "Europe/Amsterdam",
            ("en", "fr"),
            (Authority("CM", "Casework, The Hague", "body"),),
        ),
        Party(
            "EUROPOL",
            "Europol",
            "eu_body",
            "Europe/Amsterdam",
            ("en",),
            (Authority("AP", "Cybercrime Centre, analysis", "body"),),
        ),
    ),
)

SEXTANT = TeamSpec(
    key="sextant",
    name="Operation Sextant",
    reference="JIT-SEXTANT-01",
    agreement_signed_on=date(2026, 7, 30),
    time_zone="Europe/Athens",
    parties=(
        _netherlands(),
        Party(
            "ES",
            "Spain",
            "member_state",
            "Europe/Madrid",
            ("es",),
            (
                Authority("FIS", "Public Prosecutor's Office, Valencia", "prosecution"),
                Authority("PJ", "Judicial Police, Port Unit", "police"),
            ),
        ),
        Party(
            "GR",
            "Greece",
            "member_state",
            "Europe/Athens",
            ("el",),
            (
                Authority("EIS", "Prosecutor's Office, Piraeus", "prosecution"),
                Authority("CCD", "Police, Cyber Crime Directorate", "police"),
            ),
        ),
    ),
)

TEAMS = (LANTERN, SEXTANT)
