"""Deadlines of legal requests: begin with events, pause, resume, extend, end.

A deadline keeps the rule as the catalogue had it when it began. Moves tell what happened; other events (a notification, a
service, a payment) are recorded by members. They also set days of their own: those by which they asked for an answer.

events   deadlines that moves begin, pause and end
acts     deadlines that members begin, extend and end
rows     the rows of deadlines and their facts
reading  reading rows, and when leaders are warned next
jobs     warnings

Not here: due instants (`access/requests/deadlines.py`).
"""
