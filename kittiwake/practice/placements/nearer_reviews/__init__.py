"""Somebody looks at moving a child nearer home."""
