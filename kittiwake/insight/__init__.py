"""Measures worked out: one definition, the database's own rows under the asker's eyes, small numbers protected.

Nothing here knows what a measure is about. Areas declare measures in their `measures.py`; see `primitives.measures`.
"""
