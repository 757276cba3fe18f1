"""The calendar of a team: entries of the domain, and feeds for calendar programs."""
