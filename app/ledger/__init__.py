"""The custody ledger: an append-only log, from the canonical form of an entry to the signed checkpoint."""
