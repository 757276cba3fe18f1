"""Values of the reference data that count for legal requests."""
