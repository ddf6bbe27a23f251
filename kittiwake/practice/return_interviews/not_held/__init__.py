"""There will be no interview about a return, or none before a day."""
