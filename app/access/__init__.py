"""Access control: roles and permissions, seats, and the decision about one exhibit.

Pure functions, except `seats.py`, `sharing/sight.py` and `sharing/standing.py`, which read the database.
"""
