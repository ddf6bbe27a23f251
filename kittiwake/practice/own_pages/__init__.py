"""A young person's own page: given by their worker after a talk, with a code on paper, for a time; taken away at once.

The talk is about who else sees their post and their phone, what stands on the page and what does not, and when it ends.
What is on the page is other areas' (replies). Duty: a child is told what has been decided and may say what they think
(Working together; UN Convention on the Rights of the Child, article 12); who is able to understand acts for themselves
in matters of their own data, unless serious harm would follow (Data Protection Act 2018, schedule 3).
"""
