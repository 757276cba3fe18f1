"""Working hours of three leaders, and shift notes for colleagues in the next time zone."""

from typing import Final

from app.demo.building import Team
from app.services.coordination import briefings
from app.services.teams import working_hours
from app.services.teams.working_hours import StatedHours

#: For each leader: days, start and end in minutes of the day, country of the public holidays.
HOURS: Final = {
    "noor@nl.demo": StatedHours((1, 2, 3, 4, 5), 8 * 60 + 30, 17 * 60, "NL"),
    "jonas@de.demo": StatedHours((1, 2, 3, 4, 5), 8 * 60, 16 * 60 + 30, "DE"),
    "claire@fr.demo": StatedHours((1, 2, 3, 4, 5), 9 * 60, 18 * 60, "FR"),
}
NOTES: Final = (
    (
        "bram@nl.demo",
        "The second copy of the front server is done and its hashes agree. The laboratory opens at nine; ask for Sofia.",
        False,
    ),
    ("claire@fr.demo", "Hearing of the bookkeeper until noon: reach me by the registry before that.", False),
    ("noor@nl.demo", "The order for the dwelling is signed; the original is in Bram's safe.", True),
)


async def live(team: Team) -> None:
    """Set missing working hours and write missing shift notes."""
    for email, said in HOURS.items():
        if email not in team.seats:
            continue
        seat = team.seats[email]
        async with team.context.database.writing(seat.requester) as session:
            own = await working_hours.of_own(session, seat)
            if own is not None and not own.is_stated:
                await working_hours.set_hours(session, seat, said, expected=0)
    for email, text, to_own in NOTES:
        if email not in team.seats or team.spec.key != "lantern":
            continue
        seat = team.seats[email]
        async with team.context.database.writing(seat.requester) as session:
            written = {one.said.seat for one in await briefings.notes(session, seat, None, 20) if one.said}
            if seat.code not in written:
                await briefings.write(session, seat, text, to_own=to_own)
