"""Inspections and visits: what they found, what is done about it, by whom, and what shows that it is better."""
