"""Who may: roles and permissions, the seat, and the decision about one exhibit. Pure, but for building a seat."""
