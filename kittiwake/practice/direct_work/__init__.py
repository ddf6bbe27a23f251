"""Time spent with a child: sessions planned, held and missed, what was tried and what changed, and the goals they set.

A visit the law asks for is a session too, with its clock: the first is started where the child is placed (`placements`),
each later one by the visit before. Only a visit at which the child was seen counts. What the child says is kept as
their own words on the record, which is the only place quotes are kept. Duty: Care Planning, Placement and Case Review
(England) Regulations 2010, regulation 28; visits under child protection and child in need plans are local.
"""
