"""What a child wants to be different, and how near it is."""
