"""From an empty council to people working: its name, its first administrator, and what is still missing."""
