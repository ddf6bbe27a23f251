"""What a page may ask of whoever opens it. Which role holds which power is one table: access.powers."""

from __future__ import annotations

from enum import StrEnum


class Power(StrEnum):
    """The value is the power in words, as docs/who-may-do-what.md prints it."""

    EVERYBODY = "Open it without signing in"
    SIGN_IN = "Have an account"
    READ_OWN = "Read what they were told, as a young person"
    # Seeing
    SEE_CHILD = "Open a child’s page"
    SEARCH = "Find a child"
    SEE_CHRONOLOGY = "Read a chronology, and what was agreed"
    SEE_MISSING = "See times missing"
    SEE_PLANS = "See plans and meetings"
    SEE = "See all other work with a child"
    SEE_BOARD = "See the board"
    SEE_FIGURES = "See measures and standards"
    OPEN_FIGURES = "Open the rows behind a measure"
    SEE_READINGS = "See who has looked"
    SEE_WORKFORCE = "See caseloads and courses"
    SEE_INSPECTIONS = "See inspections, what they found, and what is done about it"
    MAKE_LISTS = "Make the lists that inspectors ask for"
    # Working
    REPORT = "Put a child on the record, and report them missing"
    RECORD = "Record work with a child"
    RECORD_MEETINGS = "Record meetings and what was agreed"
    ANSWER = "Answer an audit"
    KEEP_DRAFTS = "Keep a draft"
    BREAK_GLASS = "Open a record without being on its list"
    # Answering for others
    OVERSEE = "Decide on work put before a manager; allocate and restrict"
    APPROVE = "Approve for the council: placements, absences that go on, cover"
    EXPORT_RECORD = "Decide what of a child’s record is given out as a copy"
    LEAD = "Give supervision, and check interviews"
    OVERSEE_SUPERVISION = "See the supervision of teams"
    AUDIT = "Audit"
    PLAN_AUDITS = "Plan audits, and sample supervision"
    ANSWER_FOR_OPENINGS = "Judge openings of a record without being on its list"
    RECORD_WORKFORCE = "Record who works here"
    FOLLOW_LEAVERS = "See why people leave"
    MAKE_REPORTS = "Write reports of figures for members"
    PUBLISH = "Publish a report of figures"
    ASK_AS_MEMBER = "Ask a question as a member"
    ANSWER_MEMBERS = "Answer what members ask"
    RECORD_INSPECTIONS = "Record inspections, and say what is done about them"
    ASK_PEOPLE = "Ask people how it is for them, without their names"
    SET_STANDARDS = "Set local limits, and see the whole workforce"
    RUN_IMPORTS = "Bring in files"
    # Setting the service up
    ADMINISTER = "Say who may sign in and which teams there are"
    DECIDE_RETENTION = "Decide that a record is kept on when its time is over"
    SEE_ADMINISTRATION = "See what administrators did"

    @property
    def only_reads(self) -> bool:
        """Whether a page that asks this changes nothing about a child. Ending one's own access is no change to them."""
        return self in READS


READS = {
    Power.SIGN_IN,
    Power.SEE_CHILD,
    Power.SEARCH,
    Power.SEE_CHRONOLOGY,
    Power.SEE_MISSING,
    Power.SEE_PLANS,
    Power.SEE,
    Power.SEE_BOARD,
    Power.SEE_FIGURES,
    Power.OPEN_FIGURES,
    Power.SEE_READINGS,
    Power.SEE_WORKFORCE,
    Power.SEE_INSPECTIONS,
    Power.MAKE_LISTS,
}
