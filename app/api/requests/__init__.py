"""Routes of the domain `requests`.

Legal requests: content, items, moves, steps of transmission, deadlines, papers, results, releases.
"""
