"""Looking at how well a child was helped, and following each finding until something changed for that child.

A programme draws a sample anybody can draw again; an auditor with no part in the case grades what it meant for the
child, with the worker beside them; some are marked again blind. An action is closed when an entry on the child's own
record shows its effect, and never by its owner. The audit and its actions stand on the child's chronology, because the
family may ask for the file and what was promised to the child belongs on it; partners and young people do not see those
kinds of entry (access/powers.py). Supervision is below, in an area of its own: a discussion here is this area's
row until the two are joined. Basis: no statute; published quality assurance frameworks and Ofsted's ILACS.
"""
