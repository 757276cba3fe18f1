"""Facts about exhibits, their files and their origin."""
