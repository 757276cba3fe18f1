"""Routes of the domain `reference`: reading for every signed-in account, administration for operators."""
