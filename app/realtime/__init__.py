"""The live channel of `docs/architecture.md`: events say that something changed, never what."""
