"""The calendar of a team: its feeds for calendar programs."""
