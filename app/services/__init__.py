"""Application services: one module per noun; functions take (session, seat) first. No HTTP here."""
