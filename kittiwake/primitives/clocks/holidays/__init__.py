"""Bank holidays that were announced after the list was made: said by a person, with the source. Clocks are counted anew."""
