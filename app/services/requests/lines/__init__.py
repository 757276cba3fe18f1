"""Lines, releases and linked exhibits of legal requests and of INTERPOL notices, which have the same rules."""
