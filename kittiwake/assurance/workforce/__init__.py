"""The people who do the work: posts and who fills them, agency workers, absence, caseloads, newly qualified workers.

Serves the yearly workforce census and the employer standards. Not about children: who sees a row is decided by whose
work they answer for (access_workers in access/rule.sql).
"""
