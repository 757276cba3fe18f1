"""INTERPOL notices and diffusions: what a party drafts, checks and gives to its bureau, and what became of it.

Liaison sends nothing to INTERPOL and fetches nothing from it: the I-24/7 network is closed.
"""
