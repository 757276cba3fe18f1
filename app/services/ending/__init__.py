"""Use cases of the domain `ending`.

The closing of a team and what a party's leaving carries out.
"""
