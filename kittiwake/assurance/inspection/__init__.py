"""Inspections and visits: what they found, what is done about it, by whom, and what shows that it is better.

What a letter says (letters) becomes an area of concern, a concern has actions, and what was done is shown by evidence: a
measure, an audit, an entry on a child's record. At each visit a person judges how far it is, beside what was said last time
and what the figures say today. What speaks against a claim is shown beside it and closes nothing. Published answers to
members are `performance`; what people say, `feedback`. Basis: Education and Inspections Act 2006, section 136 and the
regulations on action plans; Ofsted's framework for inspecting local authority children's services (ILACS).
"""
