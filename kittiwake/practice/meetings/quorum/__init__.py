"""Who must be in the room for a meeting to count."""
