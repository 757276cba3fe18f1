"""Facts about physical custody, copies, disclosures and integrity checks."""
