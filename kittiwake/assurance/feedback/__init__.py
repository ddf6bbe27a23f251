"""What people say: short rounds of questions without names, to workers, partners, children and families, and what was done.

That somebody answered is kept apart from what they said: answers lie sealed and mixed in one box until the round is over
(ballots.py, docs/decisions/0066), and are then written without a name, an order, a time or each other. Duty: inspectors rest as
much on what workers, partners and children tell them as on records (inspecting local authority children's services); a
child may say what they think (UN Convention on the Rights of the Child, article 12).
"""
