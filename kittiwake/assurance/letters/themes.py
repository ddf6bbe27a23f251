"""What a statement can be about. The points that letters praise or criticise (domain 7.4), and the rest of what inspectors look at."""

from __future__ import annotations

THEMES = [
    ("early_help", "Early help"),
    ("front_door", "First contact and thresholds"),
    ("assessments", "Assessments and risk"),
    ("strategy", "Strategy meetings and child protection"),
    ("plans", "Plans and reviews"),
    ("missing", "Children who go missing"),
    ("return_interviews", "Return interviews"),
    ("exploitation", "Exploitation, mapping and disruption"),
    ("education", "Education and exclusion"),
    ("health", "Health and emotional wellbeing"),
    ("disabled", "Disabled children"),
    ("allegations", "Allegations, private fostering and connected carers"),
    ("permanence", "Court work and permanence"),
    ("homes", "Where children live"),
    ("care_leavers", "Care leavers and transition"),
    ("direct_work", "Direct work and the child’s voice"),
    ("allocation", "A named worker, and changes of worker"),
    ("oversight", "Management oversight"),
    ("supervision", "Supervision"),
    ("audits", "Audits and learning"),
    ("workforce", "Workforce, caseloads and new workers"),
    ("leadership", "Leaders, members and what they know"),
    ("partners", "Work with partners"),
]
TITLES = dict(THEMES)
