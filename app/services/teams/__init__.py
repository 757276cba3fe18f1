"""Use cases of the domain `teams`: teams, agreement, parties, members, phases, working hours, leaving."""
