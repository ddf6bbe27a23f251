"""What is a council's own and no time limit: what it is called, its colour, the numbers people ring. Rows, from a day on.

Limits are standards (`primitives.clocks.limits`). The page “Settings” leads to all that a council sets, wherever it is kept.
"""
