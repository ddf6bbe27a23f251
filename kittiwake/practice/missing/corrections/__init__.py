"""What was recorded wrongly of an episode, put right in its place; and what an import recorded, taken back."""
