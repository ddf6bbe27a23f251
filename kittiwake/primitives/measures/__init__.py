"""What an area declares about its own facts: measures, and links that should be there and are not.

Declared here, worked out above: `insight` for measures, `desk` for the board.
"""
