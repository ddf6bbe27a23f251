"""A mentor: somebody whom the child chose, and who sees them every few weeks.

An area for trying out: it has one of everything that an area may have, and stands in no council.
"""
