"""Routes of the domain `ending`: the closing of a team and what a party's leaving carries out."""
