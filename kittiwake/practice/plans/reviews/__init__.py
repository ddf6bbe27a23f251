"""Core groups and reviews at which a plan was looked at again."""
