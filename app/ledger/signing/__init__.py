"""Signatures of the ledger: canonical form, notes, keys, cosignatures, vouchers and time stamps."""
