"""Who is at the door: passwords, secrets and one-time codes, tokens. Knows neither tables nor requests."""
