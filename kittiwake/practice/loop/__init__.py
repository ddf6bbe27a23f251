"""The loop of each return, from back to told: what the areas below have recorded of it, followed along their links."""
