"""What everybody agreed to do for a child: who, what and when, with the child's own version beside it.

Of a kind (safety, child in need, child protection, care, pathway, disruption), one of each in force at a time.
Every risk that stands is answered by somebody doing something, or left with a reason; what is neither is on the screen.
A version that a manager is looking at is never changed: a new one copies it forward and says what it is because of.
Conferences and looked-after reviews are `meetings`, below; reviews of a pathway plan `transitions`, and telling the
child `replies`, both above. Duty: statutory guidance on missing children (2014): what a child says after
coming back changes the plan; Working together to safeguard children: plans made with the child and the family.
"""
