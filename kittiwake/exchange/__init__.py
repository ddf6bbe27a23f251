"""Data in and out. A file is read, previewed in piles, looked over by a person, and recorded through the same functions
as the forms; the same file twice changes nothing, and a whole import can be undone.

`reading` is the part that knows files and nothing of children on the record. Each format says how its rows are judged
(new, changed, unchanged, needs a person, rejected) and recorded.
"""
