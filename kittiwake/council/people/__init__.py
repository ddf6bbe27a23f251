"""Who may sign in: an administrator lets people in, says what they are here, and ends it.

Accounts are `accounts`, which guards them; here are the pages an administrator does it on, and what they did, month by
month. What a role may see and do is `access.powers`. An administrator sees no child.
"""
