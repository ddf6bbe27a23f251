"""Whom to tell that a child is missing, and that they were told."""
