"""The only package that writes what the directory says. Accounts it adds, changes and ends through accounts.recording."""
