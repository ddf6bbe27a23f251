"""Which services and teams there are, who is in them and who manages them, from a day to a day.

It decides whose children somebody sees (access/rule.sql). Teams that came in with a list are put right here. Posts, and who
works with a child, are `workforce` and `allocation`.
"""
