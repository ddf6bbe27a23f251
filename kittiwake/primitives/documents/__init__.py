"""A file or photograph kept with what it belongs to: a letter, a drawing, a recent photograph, a recording of what was said.

Its bytes are in the database, in pieces, under the access of the entry they are kept with. What a file is, is found in
its bytes; pictures are made anew; nothing is ever shown in the page but such a picture.
"""
