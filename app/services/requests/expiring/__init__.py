"""Data that may be gone soon: preserved data that lapses, and data that providers delete."""
