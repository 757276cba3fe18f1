"""Use cases of the domain `audit`.

Ledger search, proofs, exports, access log, witnesses.
"""
