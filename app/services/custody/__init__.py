"""Use cases of the domain `custody`.

Access events, copies, physical custody and handovers, working sessions, disclosures.
"""
