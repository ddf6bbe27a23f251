"""Duties with a time limit. An area declares a `Standard`, starts a clock on an entry, and another area stops it.

The due moment is stored with the rule's version, so a later rule or holiday changes nothing that was promised.
Overdue is never stored: it is asked, of the facts, at a time.
"""
