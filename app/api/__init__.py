"""How the product is spoken to: HTTP, one file per noun. No rule lives here: a handler asks a service."""
