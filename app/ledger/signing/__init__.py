"""What is signed and how: canonical form, notes, keys, cosignatures, vouchers and time stamps."""
