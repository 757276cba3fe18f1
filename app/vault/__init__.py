"""Where bytes rest: encrypted, hashed, durable. Knows neither people nor requests."""
