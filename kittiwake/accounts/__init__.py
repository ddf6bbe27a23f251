"""Who may sign in: the user, their role, passwords and second factors, single sign-on, sessions.

What a role may see and do is decided in `access`; this package only says who somebody is.
"""
