"""Context conferences: about a place or a group, and no child by name."""
