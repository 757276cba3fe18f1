"""What leaves the house: the custody bundle and its stand-alone verifier."""
