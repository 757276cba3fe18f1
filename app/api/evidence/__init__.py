"""Routes of the domain `evidence`: exhibits, files, renditions, acquisition records, derivations, labels, imports."""
