"""Count the ledger entries for a statistics package, by category, kind, acting party and month.

Row-level security limits the entries to those the member may read.
Not here: which counts are published (`exports/statistics.py`).
"""

from typing import Final
from uuid import UUID

from sqlalchemy import DateTime, bindparam, select, text

from app.access.exporting import ALWAYS, Period
from app.database import Reading
from app.exports import statistics
from app.ledger.facts import FACTS, Led
from app.models import Party

_COUNT: Final = text(
    """
    select h.kind, coalesce(h.party_code, 'none') as party, to_char(h.at at time zone 'UTC', 'YYYY-MM') as month, count(*) as n
      from positions p join headers h on h.entry = p.entry
     where p.jit = :jit and p.position < :size and h.at >= coalesce(:since, '-infinity')
       and h.at < coalesce(:until, 'infinity')
     group by 1, 2, 3
    """
).bindparams(bindparam("since", type_=DateTime(timezone=True)), bindparam("until", type_=DateTime(timezone=True)))


async def of(session: Reading, jit: UUID, size: int, period: Period = ALWAYS) -> str:
    """Return `statistics.csv` of the entries of a period below position `size`."""
    binds = {"jit": jit, "size": size, "since": period.since, "until": period.until}
    rows = (await session.execute(_COUNT, binds)).all()
    codes = (await session.scalars(select(Party.code).where(Party.jit == jit).order_by(Party.code))).all()
    by_led: dict[str, dict[str, int]] = {led.value: {} for led in Led}
    category = {}
    for fact in FACTS:
        by_led[fact.led.value][fact.kind] = 0
        category[fact.kind] = fact.led.value
    by_party = dict.fromkeys([*codes, "none"], 0)
    by_month = dict.fromkeys(_months([row.month for row in rows]), 0)
    for row in rows:
        by_led[category[row.kind]][row.kind] += row.n
        by_party[row.party] += row.n
        by_month[row.month] += row.n
    return statistics.csv(by_led, by_party, by_month)


def _months(found: list[str]) -> list[str]:
    """Return every month from the first to the last, as `YYYY-MM`."""
    if not found:
        return []
    (year, month), last, months = map(int, min(found).split("-")), max(found), list[str]()
    while not months or months[-1] < last:
        months.append(f"{year:04}-{month:02}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - of a year
    return months
