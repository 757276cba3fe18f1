"""Values of the reference data on which requests, hearings and assessments relied (`recording`).

Not here: what becomes of them when a value changes (`services/requests/changed_values`), and versions
(`services/reference/versions.py`).
"""
