"""Forms of legal requests as data, and their checks. Pure.

words      short functions with which the forms are written
blocks     fields and options that several forms share
checks     missing fields, wrong values, broken rules
schemas    JSON Schema and description of a form
catalogue  all forms by key, and filling a form from the case
filling    saved values completed by those of the case
countries  checks of a request against the card of the executing State

Labels are short and in our own words; they are not the legal text, and no conformity with an official form is claimed. A
field with a source was read there; one without comes from general knowledge and has to be checked before use.
"""
