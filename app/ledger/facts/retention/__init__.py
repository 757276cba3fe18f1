"""Facts about retention, holds and erasure."""
