"""How long a child's record is kept, by what it holds: the periods of the law and of the council, and which records have reached
their end.

Nothing is erased by itself, nor by anybody: the house has no such act. Whoever answers for data protection sees what has
reached its end, and says why a record is kept on.
"""
