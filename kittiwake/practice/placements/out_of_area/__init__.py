"""What the law asks about a placement out of our area, and who is placed there."""
