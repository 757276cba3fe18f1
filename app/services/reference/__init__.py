"""Use cases of the domain `reference`: instruments, country cards, provider cards, the directory, allocations.

records      read them
changes      change, verify and add one, record a test call, read the history
reports      report that a value is wrong, and settle reports
files        export and import
allocations  import allocation tables and look up countries and providers in them
"""
