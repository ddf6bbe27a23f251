"""Meetings about children: strategy discussions, conferences, core groups, reviews, panels; and about places.

A meeting may be about several children. What all may read of it is one row; what concerns one child hangs on that
child's entry, so that whoever works with one of them reads that child's part and the common part, and no other.
Meetings start and stop the clocks of child protection and of looked-after reviews. What was decided becomes actions.
A partner may be let in to one meeting, and reads that and nothing else. A context conference is about a place or a
group and names no child. Plans belong to `plans`, above; tactics against adults and places to `disruption`, above.
Duties: Children Act 1989 section 47; Working Together; Care Planning Regulations 2010, regulation 33.
"""
