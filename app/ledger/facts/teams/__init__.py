"""Facts about teams, their members and their end."""
