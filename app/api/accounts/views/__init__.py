"""Forms and views of the domain `accounts`: administration, and the settings that an operator sees."""
