"""Places and groups of young people, assessed for their own sake."""
