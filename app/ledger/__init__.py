"""What can be proved: the custody ledger, from the canonical entry to the signed checkpoint."""
