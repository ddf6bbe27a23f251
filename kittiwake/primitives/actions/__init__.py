"""Something somebody agreed to do about a child: who, what, by when, and what came of it."""
