"""A questionnaire about a child, what a person judges it to mean, and a second mark made blind."""
