"""Telling the child: what we heard, what we will do, what we cannot do and why, and whom to ring.

A worker writes it in plain words, tells the child in the way they asked for, and records what they said. The child
reads it on their own page and may answer there. Duty: statutory guidance on missing children (2014): the child knows
what happens after they were listened to; Working together: children are told what has been decided and why.
"""
