"""Forms (what comes in) and views (what goes out) that several routes share. No routes here."""
