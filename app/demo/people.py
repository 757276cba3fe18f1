"""The people of the demonstration, all invented: their accounts and their seats in the two teams."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["PEOPLE", "PLACES", "Person", "Place"]

Role = Literal[
    "leader", "member", "administrator", "coordinator", "participant", "liaison", "expert", "interpreter", "auditor"
]
Team = Literal["lantern", "sextant"]


@dataclass(frozen=True, slots=True)
class Person:
    """An account. `locale` is a BCP 47 tag, `time_zone` an IANA name."""

    email: str
    name: str
    locale: str
    time_zone: str
    may_found: bool = False
    operator: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A seat to be proposed.

    Attributes:
        team: Key of the team.
        email: Account of the member.
        party: Code of the party; None for the auditor of the whole team.
        authority: Code of the authority; None without a party.
        roles: Roles of the member.
        function: Function of the member.
    """

    team: Team
    email: str
    party: str | None
    authority: str | None
    roles: tuple[Role, ...]
    function: Literal["judicial", "police", "technical"]


_NL, _DE, _FR = "Europe/Amsterdam", "Europe/Berlin", "Europe/Paris"

PEOPLE = (
    Person("noor@nl.demo", "Noor Hoekzema", "nl", _NL),
    Person("bram@nl.demo", "Bram Terlouwen", "nl", _NL),
    Person("daan@nl.demo", "Daan Osinga-Vries", "nl", _NL),
    Person("sofia@nl.demo", "Sofia Lundstedt", "en", _NL),
    Person("amir@nl.demo", "Amir Darvand", "en", _NL),
    Person("admin@nl.demo", "Willemijn Postuma", "nl", _NL),
    Person("coordinator@nl.demo", "Tess Brouwinga", "en", _NL, may_found=True),
    Person("jonas@de.demo", "Jonas Reinharz", "de", _DE),
    Person("lena@de.demo", "Lena Vogtmann", "de", _DE),
    Person("auditor@de.demo", "Friederike Osterkampf", "de", _DE),
    Person("claire@fr.demo", "Claire Delaunoy", "fr", _FR),
    Person("hugo@fr.demo", "Hugo Marchandeau", "fr", _FR),
    Person("mara@ch.demo", "Mara Aebiseger", "de", "Europe/Zurich"),
    Person("ines@eurojust.demo", "Ines Carvalhosa", "en", _NL),
    Person("marek@europol.demo", "Marek Sobotnik", "en", _NL),
    Person("pilar@es.demo", "Pilar Echeandia", "es", "Europe/Madrid"),
    Person("nikos@gr.demo", "Nikos Stavrianidis", "el", "Europe/Athens"),
    Person("auditor@jit.demo", "Helena Saarilahti", "en", "Europe/Helsinki"),
    Person("operator@host.demo", "Otto Weissgerbel", "en", _NL, operator=True),
)

PLACES = (
    # The founder is first, as coordinator; then the first leader of each party, who redeems a code; then the others.
    Place("lantern", "coordinator@nl.demo", "NL", "OM", ("coordinator",), "technical"),
    Place("lantern", "noor@nl.demo", "NL", "OM", ("leader",), "judicial"),
    Place("lantern", "jonas@de.demo", "DE", "STA", ("leader",), "judicial"),
    Place("lantern", "claire@fr.demo", "FR", "TJ", ("leader",), "judicial"),
    Place("lantern", "mara@ch.demo", "CH", "BA", ("leader",), "judicial"),
    Place("lantern", "bram@nl.demo", "NL", "POL", ("leader",), "police"),
    Place("lantern", "daan@nl.demo", "NL", "POL", ("member",), "police"),
    Place("lantern", "sofia@nl.demo", "NL", "LAB", ("expert",), "technical"),
    Place("lantern", "amir@nl.demo", "NL", "OM", ("interpreter",), "technical"),
    Place("lantern", "admin@nl.demo", "NL", "OM", ("administrator",), "technical"),
    Place("lantern", "lena@de.demo", "DE", "BP", ("member",), "police"),
    Place("lantern", "auditor@de.demo", "DE", "STA", ("auditor",), "judicial"),
    Place("lantern", "hugo@fr.demo", "FR", "GN", ("member",), "police"),
    Place("lantern", "ines@eurojust.demo", "EUROJUST", "CM", ("participant",), "judicial"),
    Place("lantern", "marek@europol.demo", "EUROPOL", "AP", ("participant",), "police"),
    Place("lantern", "auditor@jit.demo", None, None, ("auditor",), "judicial"),
    Place("sextant", "coordinator@nl.demo", "NL", "OM", ("coordinator",), "technical"),
    Place("sextant", "bram@nl.demo", "NL", "POL", ("leader",), "police"),
    Place("sextant", "pilar@es.demo", "ES", "FIS", ("leader",), "judicial"),
    Place("sextant", "nikos@gr.demo", "GR", "EIS", ("leader",), "judicial"),
    Place("sextant", "daan@nl.demo", "NL", "POL", ("member",), "police"),
)
