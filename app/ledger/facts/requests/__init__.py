"""Facts about legal requests."""
