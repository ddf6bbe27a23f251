"""What everybody agreed to do to keep a child safe: who, what and when, with the child's own version beside it.

Every risk that stands is answered by somebody doing something, or left with a reason; what is neither is on the screen.
A version that a manager is looking at is never changed: a new one copies it forward and says what it is because of.
Telling the child is `replies`, above. Duty: statutory guidance on missing children (2014): what a child says after
coming back changes the plan; Working together to safeguard children: plans made with the child and the family.
"""
