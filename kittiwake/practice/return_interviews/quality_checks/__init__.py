"""Somebody else reads an interview: the quality test, and what they decide."""
