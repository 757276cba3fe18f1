"""Routes of the domain `notifications`: alerts, notifications, digests, e-mail."""
