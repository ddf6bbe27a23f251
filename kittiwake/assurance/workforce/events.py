"""What can be said to have happened to the record of who does the work."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

ENGAGED = EventKind("workforce.engaged", "Recorded that they start work")
ENDED = EventKind("workforce.ended", "Recorded that they leave a post")
SUPPORTED_YEAR_STARTED = EventKind(
    "workforce.supported_year_started", "Recorded that they are newly qualified"
)
STEP_HELD = EventKind("workforce.step_held", "Recorded a step of their first year")
CASELOAD_AGREED = EventKind("workforce.caseload_agreed", "Recorded what is agreed about caseloads")
ABSENT = EventKind("workforce.absent", "Recorded that they are away")
BACK = EventKind("workforce.back", "Recorded that they are back at work")
ABSENCE_STRUCK_OUT = EventKind("workforce.absence_struck_out", "Struck out an absence")
POST_ADDED = EventKind("workforce.post_added", "Added a post")
POST_ENDED = EventKind("workforce.post_ended", "Ended a post")
EXIT_INTERVIEW_HELD = EventKind("workforce.exit_interview_held", "Recorded an exit interview")
EXIT_INTERVIEW_STRUCK_OUT = EventKind("workforce.exit_interview_struck_out", "Struck out an exit interview")
COURSE_PLANNED = EventKind("workforce.course_planned", "Planned a course")
ASKED_TO_COURSE = EventKind("workforce.asked_to_course", "Asked people to come to a course")
CAME_TO_COURSE = EventKind("workforce.came_to_course", "Recorded that they came to a course")
CENSUS_RECORDED = EventKind("workforce.census_recorded", "Recorded a workforce census")
CENSUS_WITHDRAWN = EventKind("workforce.census_withdrawn", "Took back a workforce census")
CENSUS_WORKER_RECORDED = EventKind("workforce.census_worker_recorded", "Recorded a worker of a census")
CENSUS_WORKER_WITHDRAWN = EventKind("workforce.census_worker_withdrawn", "Took back a worker of a census")

EVENTS = [
    ENGAGED,
    ENDED,
    SUPPORTED_YEAR_STARTED,
    STEP_HELD,
    CASELOAD_AGREED,
    ABSENT,
    BACK,
    ABSENCE_STRUCK_OUT,
    POST_ADDED,
    POST_ENDED,
    EXIT_INTERVIEW_HELD,
    EXIT_INTERVIEW_STRUCK_OUT,
    COURSE_PLANNED,
    ASKED_TO_COURSE,
    CAME_TO_COURSE,
    CENSUS_RECORDED,
    CENSUS_WITHDRAWN,
    CENSUS_WORKER_RECORDED,
    CENSUS_WORKER_WITHDRAWN,
]
