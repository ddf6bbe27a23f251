"""Who told us of an absence, and how the police grade its risk."""
