"""Authentication primitives: passwords, secrets, one-time codes, tokens. No tables, no requests."""
