"""A manager's look at a piece of work: accept it, question it, or send it back; the whole exchange is kept."""
