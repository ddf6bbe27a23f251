"""The code lists of the children's social work workforce census (reference date 30 September)."""

from __future__ import annotations

ROLES = [
    ("1", "Senior manager"),
    ("2", "Middle manager"),
    ("3", "First-line manager"),
    ("4", "Senior practitioner"),
    ("5", "Case holder"),
    ("6", "Qualified, without cases"),
]
PERMANENT, AGENCY = "permanent", "agency"
KINDS = [(PERMANENT, "Employed by the council"), (AGENCY, "Agency worker")]
# After which leaving a council's own post no three months need pass (agency rules, statutory guidance 2024).
LEFT_BECAUSE = [("redundant", "They were made redundant"), ("probation", "They left during their probation")]
MOVED_INSIDE = "7"
REASONS = [
    ("1", "Resigned"),
    ("2", "Voluntary redundancy"),
    ("3", "Compulsory redundancy"),
    ("4", "Dismissed"),
    ("5", "Retired"),
    ("6", "Died"),
    (MOVED_INSIDE, "Moved inside the council"),
    ("8", "Other"),
    ("9", "Not known"),
    ("10", "Not yet known"),
]
ABSENCES = [
    ("MAT", "Maternity, paternity or adoption"),
    ("OTH", "Other"),
    ("PUB", "Public duty"),
    ("SIC", "Sickness"),
    ("TRN", "Training"),
    ("UNA", "Unauthorised"),
    ("UNP", "Unpaid, authorised"),
]
# Why somebody leaves, in their own choice of words: local.
WHY_LEAVE = [
    ("caseload", "Too many children or too much work"),
    ("support", "Not enough support or supervision"),
    ("manager", "How they were managed"),
    ("blame", "Blame, or not feeling safe to say something"),
    ("pay", "Pay and conditions"),
    ("progress", "No way to learn or to move up"),
    ("travel", "Travel or place of work"),
    ("health", "Health"),
    ("family", "Family or caring for somebody"),
    ("moving", "Moving away"),
    ("career", "Another kind of work"),
    ("retiring", "Retiring"),
    ("other", "Something else"),
]
