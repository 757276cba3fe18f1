"""Facts about exports, recorded refusals and witnesses."""
