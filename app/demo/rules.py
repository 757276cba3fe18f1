"""Default sharing rules of Operation Lantern.

Exhibits of the catalogue state their releases, so these rules apply only to exhibits that users register.
"""

from dataclasses import dataclass
from typing import Final

from app.demo.building import Team
from app.services.sharing import access_rules
from app.services.sharing.access_rules import Cell, RuleTerms


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule and the leader who sets it."""

    by: str
    cell: Cell
    terms: RuleTerms


_NOOR, _JONAS, _CLAIRE = "noor@nl.demo", "jonas@de.demo", "claire@fr.demo"
LANTERN: Final = (
    Standing(_NOOR, Cell("disk_image", to_party="DE"), RuleTerms("held", "Agreement, cl. 8.2")),
    Standing(_NOOR, Cell("disk_image", to_party="FR"), RuleTerms("none", "Agreement, cl. 8.5")),
    Standing(_NOOR, Cell("malware", to_party="DE"), RuleTerms("held", "Agreement, cl. 8.2", purposes=["JIT_PURPOSE"])),
    Standing(_NOOR, Cell("financial", to_party="FR"), RuleTerms("readable", "Agreement, cl. 8.3")),
    Standing(_NOOR, Cell("financial", "H2", to_kind="eu_body"), RuleTerms("none", "Annex II, no. 4")),
    Standing(_NOOR, Cell("biometric"), RuleTerms("none", "Agreement, cl. 8.6")),
    Standing(_JONAS, Cell("financial", to_party="NL"), RuleTerms("held", "Agreement, cl. 8.2")),
    Standing(_JONAS, Cell("crypto_asset", to_party="NL"), RuleTerms("readable", "Agreement, cl. 8.3")),
    Standing(_JONAS, Cell("interception"), RuleTerms("none", "Agreement, cl. 8.6")),
    Standing(_CLAIRE, Cell("network_capture", to_party="NL"), RuleTerms("held", "Agreement, cl. 8.2")),
    Standing(
        _CLAIRE, Cell("statement", to_party="DE"), RuleTerms("readable", "Agreement, cl. 8.3", authorities=["STA"])
    ),
)


async def decide(team: Team) -> None:
    """Let each leader set all of their rules in one transaction, unless rules exist."""
    for email in dict.fromkeys(one.by for one in LANTERN if one.by in team.seats and team.spec.key == "lantern"):
        leader = team.seats[email]
        async with team.context.database.writing(leader.requester) as session:
            if await access_rules.list_rules(session, leader):
                continue
            for one in LANTERN:
                if one.by == email:
                    await access_rules.add(session, leader, one.cell, one.terms)
