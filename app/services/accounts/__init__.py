"""Use cases of the domain `accounts`: people, sessions, tokens, sign-in."""
