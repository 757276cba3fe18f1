"""Forms and views of the domain `teams`.

Teams, agreement, parties, members, phases, working hours, leaving.
"""
