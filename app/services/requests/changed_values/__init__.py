"""Values of the reference data that changed after requests relied on them.

affected    open requests whose values changed since
jobs        entries that tell leaders of changed values
decisions   what a leader decides: recompute a deadline, keep it, or acknowledge the change

Not here: which values a request relied on (`services/requests/uses`).
"""
