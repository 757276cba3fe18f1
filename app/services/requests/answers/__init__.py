"""Answers to legal requests. Not here: the moves of items (`moves.py`) and links of exhibits (`exhibits.py`)."""
