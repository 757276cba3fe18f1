"""Who is at the door: passwords, session secrets and tokens. Knows no tables."""
