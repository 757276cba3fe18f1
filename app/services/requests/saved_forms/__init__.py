"""Saved forms of a request, which other parts of the domain list. Not here: filling and sending them (`forms`)."""
