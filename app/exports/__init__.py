"""Exports: the export package and its stand-alone verifier."""
