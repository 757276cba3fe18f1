"""Checks of the forms of legal requests, and filling a form from the case. Pure.

checks     missing fields, wrong values, broken rules
schemas    JSON Schema and description of a form
catalogue  forms that an instrument offers, and filling a form from the case
filling    saved values completed by those of the case
countries  checks of a request against the card of the executing State
asked      items of a request in words

Not here: the forms themselves (`app/reference/forms/`).
"""
