"""How a page asks the database. Knows nothing about children."""
