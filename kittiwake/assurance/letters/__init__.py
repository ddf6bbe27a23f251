"""Letters and reports of inspectors, split into what they say: each statement proposed by rules, and confirmed by a person.

`reading` is pure: a file or a text in, and its grades, points and statements out, each with the words that decided it. Rules
do better here than small models until there are a thousand labels; what people confirm are those labels, and is kept. Basis:
domain 1.9 and 7.4. What is done about a statement belongs to inspections, above.
"""
