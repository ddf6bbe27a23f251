"""What a letter says, read out of its text. Pure: text in, facts out; no database, no network, no model that was trained.

lines → blocks → grades, points, sentences → reading and theme of each, with the words that decided it. The order is
`letters.read`. What is not found is left open and said in `notes`; nothing is guessed.
"""
