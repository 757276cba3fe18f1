"""Witnesses of three countries, each named by its leader; Greece's falls asleep after its first cosignature, and lags from then on.

They cosign through the code that asks and judges any witness. Deliberately not here: where they are (`ledger/housed.py`).
"""

from typing import Final

from app.api.house import House
from app.demo.building import Team
from app.ledger.housed import ENDING, Housed
from app.ledger.journal import Ledger
from app.ledger.sequencer import sequence
from app.ledger.witnesses import Cosigning
from app.services import witnesses

#: Who names one; the first one falls asleep before the others are named.
_LEADERS: Final = (("gr", "nikos@gr.demo"), ("es", "pilar@es.demo"), ("nl", "bram@nl.demo"))
_OF: Final = "sextant"


async def cosign(team: Team) -> None:
    """Name them, each once, and have them cosign what there is by then."""
    if team.spec.key != _OF:
        return
    house, housed = team.house, Housed(team.house.settings.state)
    for country, leader in _LEADERS:
        await _name(house, team, housed, country, leader)
        seat = team.seats[leader]
        while await sequence(house.database):
            pass
        await house.publisher.publish(Ledger(seat.jit, seat.ledger_origin), "clock")
        await Cosigning(house.database, house.settings.witness_networks, housed.ask).round()
        housed.put_to_sleep(_host(_LEADERS[0][0]))


def _host(country: str) -> str:
    return f"witness.{country}{ENDING}"


async def _name(house: House, team: Team, housed: Housed, country: str, leader: str) -> None:
    seat = team.seats[leader]
    host = _host(country)
    witness = housed.take_in(host, f"{host}/{team.spec.key}")
    if not any(log.key.name == seat.ledger_origin for log, _ in witness.logs()):
        witness.add_log(str(house.ledger_keys.signer(seat.ledger_origin).verifier))
    async with house.database.writing(seat.asking) as session:
        standing = await witnesses.list_all(session, seat, None)
        if all(one.party != seat.party_code for one in standing):
            url, networks = f"https://{host}/", house.settings.witness_networks
            await witnesses.name(session, seat, str(witness.key), url, networks, house.ledger_keys)
