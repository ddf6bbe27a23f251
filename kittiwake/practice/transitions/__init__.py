"""From 16 to 25: what is owed before and after the eighteenth birthday, so that nothing ends because of a date.

The assessment of need, the pathway plan and its reviews, where they live, the personal adviser's contacts, adult
services asked and answering, and the worker who stays. The words of the plan belong to `plans`; the readiness tool to
`instruments`. Duty: Children Act 1989, sections 23A to 24D and Schedule 2; Care Planning Regulations 2010, regulations
40 to 44; Care Leavers (England) Regulations 2010; Care Act 2014, sections 58 to 63.
"""
