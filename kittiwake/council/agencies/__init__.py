"""Which agencies work beside the council, and who of them may sign in: for a time, and for a purpose.

Whoever is invited sees a child only where somebody who works with that child lets them in (access/recording.py); being invited
lets them see nobody. Accounts are `accounts`, and what an administrator does to one of them stands in `people`.
"""
