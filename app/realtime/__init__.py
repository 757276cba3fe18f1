"""How the product is heard: the live channel of `docs/architecture.md`. The wire says that something changed, never what."""
