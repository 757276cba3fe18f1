"""Forms of legal requests as data: `*.json` in this folder. `docs/request-forms.md` describes how to add a form.

Labels are short and in our own words; they are not the legal text, and no conformity with an official form is claimed. A
field with a source was read there; one without comes from general knowledge and has to be checked before use.

file_format  format of the files
loading      forms from the files, at their first use
model        sections, fields, options, conditions and rules of a form

Not here: the checks of a filled form, and filling a form from the case (`access/requests/forms`).
"""
