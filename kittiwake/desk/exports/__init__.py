"""A copy of one record for those with a right to it: the chronology as told, with its documents, as PDF/UA and as files.

A worker asks; somebody else whose child it is reads line by line, and says of each that goes out why it may. What nobody
decided stays out, and is counted. Duty: UK GDPR, articles 12 and 15; of other people in it, Data Protection Act 2018,
schedule 2, paragraph 16; where serious harm would follow, schedule 3.
"""
