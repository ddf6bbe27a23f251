"""The same thing named in another account: where, without saying whose, and what people decided of the two."""
