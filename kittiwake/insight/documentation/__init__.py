"""What each measure says of itself, for people: its words, and an example of made-up children counted by hand.

The examples are those of the drawn world, which the tests count (tests/worlds): what is printed is what was proved.
"""
