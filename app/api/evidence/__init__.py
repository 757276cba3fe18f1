"""Routes of the domain `evidence`.

Exhibits, files, renditions, acquisition records, derivations, labels, imports.
"""
