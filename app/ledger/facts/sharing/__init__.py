"""Facts about releases, rules, consents and reviews."""
