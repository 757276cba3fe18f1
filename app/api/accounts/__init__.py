"""Routes of the domain `accounts`.

People, sessions, tokens, sign-in.
"""
