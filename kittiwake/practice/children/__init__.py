"""Who a child is and whose: adding one to the record, correcting or completing what is known of them, and their other names.

What hangs on a birth date or on having come here alone is `duties`' to settle; matching a child of a list is `exchange`'s.
"""
