"""Access control: roles and permissions, seats, and the decision about one exhibit.

Pure functions, except `seats.py`, `sight.py` and `standing.py`, which read the database.
"""
