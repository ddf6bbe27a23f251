"""The times of an episode put right, with what was done about its return."""
