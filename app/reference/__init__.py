"""Reference data of a deployment: instruments, countries, providers and contacts.

sourced       values with their sources
catalogue     types of the four kinds of records, and the shipped seed files

Each value carries its source and is unverified until a person confirms it. Not here: the stored records
(`services/reference`) and decisions that use them (`access/requests`).
"""
