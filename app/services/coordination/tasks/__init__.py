"""Tasks between and within parties: proposals, parts, repetition, and links to exhibits, decisions and requests."""
