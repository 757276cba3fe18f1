"""The exhibits of Operation Lantern, one module for each country."""
