"""Forms and views of the domain `audit`.

Ledger search, proofs, exports, access log, witnesses.
"""
