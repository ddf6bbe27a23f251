"""Managers who take notice of an episode that stays open."""
