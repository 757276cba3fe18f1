"""Forms and views of the reference data."""
