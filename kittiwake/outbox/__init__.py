"""What waits to be told and to be sent.

Whoever records something writes here in the same transaction: what is undone is told to nobody, and what stands is told
though a worker dies or a mail server is away. `Notice` is something of which somebody is told at once; who that is, is
asked when they are told. `Message` is one mail to one person; its words are made as it is sent, by the area that declares
them (`letters.Letter`), and say nothing about a child.
"""
