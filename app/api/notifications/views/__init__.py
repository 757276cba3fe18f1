"""Forms and views of the domain `notifications`: alerts, notifications, digests, e-mail."""
