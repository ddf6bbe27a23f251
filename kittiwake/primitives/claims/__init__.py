"""What was learned: somebody said that a child was seen with, driven in, rung from, or goes to something.

A claim is what was said, in the words it was said in, with its source and its grade; what is known is a person's
decision about it, and says why. The same car or number in another account is an echo: it shows that there is another
account and when, never whose, unless whoever asks may see that child.
"""
