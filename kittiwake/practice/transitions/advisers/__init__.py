"""The personal adviser’s contacts."""
