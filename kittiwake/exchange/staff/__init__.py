"""Those who work here, many at once from a spreadsheet: read, looked over by an administrator, and recorded whole or not at all.

It is no import of children's records, and whoever runs those has nothing to do with it. What each row would do is worked out
anew whenever it is looked at, and once more as it is recorded: the list beside the accounts as they are.
"""
