"""Routes of the domain `coordination`: tasks, messages, decisions, action days, briefings, calendar."""
