"""Reference data of a deployment: instruments, countries, providers and contacts.

catalogue     types of the four kinds, and the shipped seed files

Each value carries its source and is unverified until a person confirms it. Not here: the stored records
(`services/reference`) and decisions that use them (`access/requests`).
"""
