"""The log of reading in plain words. It keeps short names, which never change; what they are called here may."""

from __future__ import annotations

from kittiwake.accounts.roles import Role

# Only pages whose own name does not say it: every other is "Area: name of the page".
PAGES = {
    "desk:child": "Their page",
    "desk:chronology": "Chronology",
    "desk:print_chronology": "Chronology on paper",
    "desk:my_work": "My work",
    "desk:board": "Team board",
    "desk:search": "Search",
    "access:who_has_looked": "Who has looked",
    "access:who_can_see": "Who can see this record",
    "access:break_glass": "Open a record you are not on the list for",
    "access:opening": "Look at an opening",
    "missing:episode": "Missing episode",
    "missing:report_missing": "Report them missing",
    "return_interviews:interview": "Return interview",
    "plans:safety_plan": "Safety plan",
    "direct_work:session": "Session or visit",
    "direct_work:sessions": "Direct work",
    "direct_work:quotes": "In their own words",
    "direct_work:goal": "A goal they set",
    "duties:track": "What we work with them as",
    "duties:done": "Something owed to them was done",
    "placements:move": "Placement",
    "placements:placements": "Placements",
    "placements:nearer": "Moving nearer home",
    "placements:away": "Placed out of our area",
    "transitions:transition": "Growing up",
    "transitions:forward": "Growing up, by birthday",
    "transitions:needs_assessment": "Assessment of need",
    "transitions:pathway": "Pathway plan",
    "transitions:home": "Where a care leaver lives",
    "transitions:contact": "Personal adviser’s contact",
    "transitions:referral": "Adult services asked",
    "transitions:staying": "The worker who stays",
    "plans:child_in_need_plan": "Child in need plan",
    "plans:child_protection_plan": "Child protection plan",
    "plans:outside_home_plan": "Child protection plan (risk outside the home)",
    "plans:care_plan": "Care plan",
    "plans:pathway_plan": "Pathway plan",
    "plans:disruption_plan": "Disruption plan",
    "disruption:tactic": "Disruption",
    "disruption:tactics": "Disruption of those who harm them",
    "plans:plan_review": "Review of a plan",
    "plans:plans": "Plans",
    "plans:print_plan": "Plan on paper",
    "plans:print_plan_for_child": "Plan on paper, for the child",
    "risk:presenting_risk": "Risk",
    "risk:risks": "Risks",
    "risk:assessment": "Exploitation risk assessment",
    "risk:assessments": "Exploitation risk assessments",
    "plans:coverage": "What the plan covers",
    "meetings:meeting": "Meeting",
    "meetings:meetings": "Meetings",
    "meetings:print_pack": "Papers for a meeting",
    "meetings:print_record": "Record of a meeting",
    "claims:claim": "What an interview taught us",
    "replies:reply": "What they were told",
    "replies:print_reply": "What they were told, as a letter",
    "replies:mine": "Their own page",
    "insight:rows": "Rows behind a measure",
    "oversight:review": "Oversight",
    "actions:action": "Action",
    "allocation:change": "Change of worker",
    "allocation:workers_of": "Who works with them",
    "allocation:gaps": "Children without a worker",
    "allocation:past_gaps": "Gaps without a worker",
    "allocation:leave": "A worker’s children",
}

KINDS = {
    "view": "Opened",
    "list": "In a list",
    "search": "In search results",
    "print": "Printed",
    "export": "Exported",
    "break_glass": "Asked to open it without being on the list",
}

WHY = {
    "allocated": "Allocated to them",
    "team": "With their team",
    "whole service": "Their role sees the whole service",
    "named": "Named for this restricted record",
    "invited": "Let in",
    "duty": "Has a duty to this child",
    "break_glass": "Opened without being on the list",
    "to_one": "Let in to one meeting",
    "themselves": "It is their own record",
    "recorded today": "Put this child on the record that day",
    "just ended": "Their access ended while they were reading",
    "no longer": "Their access ended while they were reading",
    "": "In a list",
}


def page_name(name: str) -> str:
    """ "missing:record_return" as "Missing: record return"."""
    if name in PAGES:
        return PAGES[name]
    plain = name.replace(":", ": ").replace("_", " ").replace("-", " ")
    return plain[:1].upper() + plain[1:] or "Page not known"


def kind_of_reading(what: str) -> str:
    return KINDS.get(what, what.replace("_", " ").capitalize())


def why_words(why: str) -> str:
    return WHY.get(why, why.replace("_", " ").capitalize())


def role_name(role: str) -> str:
    return Role(role).label if role in Role.values else role
