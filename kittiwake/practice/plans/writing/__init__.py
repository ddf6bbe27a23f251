"""Writing a version of a plan, and what it takes over from the one before."""
