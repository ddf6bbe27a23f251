"""Everywhere a child has been placed, and what each move changed."""
