"""Use cases of the domain `retention`.

Retention rules, holds, erasure of exhibits and of fields.
"""
