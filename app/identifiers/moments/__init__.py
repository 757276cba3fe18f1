"""Dates with times of day in a text, and their zones. Pure.

times           dates with times of day
zones           offsets, names and abbreviations of zones after a time of day
abbreviations   tables of abbreviations with one and with several meanings
calendar_names  names of months and weekdays
epochs          times since 1970
mail_headers    fields of mail headers with a date
"""
