"""Legal requests: deadlines, lawful routes and forms. Pure."""
