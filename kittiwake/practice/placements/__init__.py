"""Where a looked-after child is placed, and what is owed when that is out of our area.

Approval before the move, consultation and notice to the council they are placed in, a look from time to time at moving
them nearer, and whether they went missing less after a move than before. Who is told when they are missing belongs to
`missing`; visits after the first belong to `direct_work`, above. Duty: Care Planning, Placement and Case Review
(England) Regulations 2010, regulations 11, 13 and 28.
"""
