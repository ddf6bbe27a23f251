"""Files that come piece by piece, by the protocol tus 1.0: a dead connection goes on where it stopped.

Until it is whole and its form is sent, a file is its sender's alone. It is looked at when it is kept, as any other is.
"""
