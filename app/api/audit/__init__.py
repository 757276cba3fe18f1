"""Routes of the domain `audit`: ledger search, proofs, exports, access log, witnesses."""
