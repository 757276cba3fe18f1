"""Forms and views of the domain `sharing`.

Releases, default sharing rules, consent requests, gates, quarantine, privilege review, four eyes, emergency access.
"""
