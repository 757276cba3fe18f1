"""Tables of the domain `custody`: access events, copies, physical custody and handovers, working sessions, disclosures."""
