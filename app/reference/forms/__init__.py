"""Types of the forms of legal requests.

model  sections, fields, options, conditions and rules of a form

Not here: the checks of a filled form, and filling a form from the case (`access/requests/forms`).
"""
