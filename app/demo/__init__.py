"""The demonstration teams, built through the services like anyone else's."""
