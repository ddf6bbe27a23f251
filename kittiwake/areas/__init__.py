"""What an area of Kittiwake says of itself, and how those who collect it ask.

An area is a folder with an `area.py` that holds one `AREA`. It says all that the rest of the house needs to know: pages,
and whatever else the area `declares`, each a value of a type that its collector owns: a kind of entry, an event of history,
a measure, a broken link, a standard, a part of a page. A collector asks `declared(Measure)`, and knows no area by name.
"""
