"""The made-up council: Saltmere. No real child, place of harm, officer or school.

Same seed, same council, in whatever order its teams are made side by side; dates count back from today, so the clocks are
always live. Everything is written through the recording functions that forms and imports use, so what it shows is what the
product does.
"""
