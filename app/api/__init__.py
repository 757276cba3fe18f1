"""HTTP routes, one module per resource. Routes call services and contain no business rules."""
