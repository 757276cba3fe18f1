"""Routes of the domain `coordination`.

Tasks, messages, decisions, action days, briefings, calendar.
"""
