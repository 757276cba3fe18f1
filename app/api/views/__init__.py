"""Forms (input) and views (output) of the routes in `app/api`. No routes here."""
