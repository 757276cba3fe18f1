"""Renditions: pictures, documents and text for preview, made by a confined process."""
