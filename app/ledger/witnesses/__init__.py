"""Witnesses: the registry, the client that asks them, and the service that cosigns."""
