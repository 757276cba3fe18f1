"""Use cases of the domain `reference`: instruments, country cards, provider cards and the directory.

records  read them
changes  change, verify and add one, record a test call, read the history
files    export and import
"""
