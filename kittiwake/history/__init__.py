"""What was changed, by whom, when, on whose behalf.

Two kinds of reader, two records. People read `Event`: written by recording functions in the field's words.
`Version` keeps the old row of every update, written by a database trigger that no code path can get round; it is
for putting right and for proof. Neither has a foreign key to what it describes, so neither blocks or dies with it.
Below the record on purpose: even the record's own writes are kept here.
"""
