"""Where a child's page leads: the parts of the record, and what may be done. Only what the viewer may open."""

from __future__ import annotations

from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.desk.addresses import address
from kittiwake.record.models import Child

Link = tuple[str, str, str]  # text, URL name asked for with the child, permission

PARTS: list[Link] = [
    ("Their page", "desk:child", "child.see"),
    ("Chronology", "desk:chronology", "chronology.see"),
    ("Risks", "risk:risks", "risk.see"),
    ("Meetings", "meetings:meetings", "meetings.see"),
    ("Assessments", "risk:assessments", "risk.see"),
    ("Plans", "plans:plans", "plans.see"),
    ("Plans and risks", "plans:coverage", "plans.see"),
    ("Disruption", "disruption:tactics", "disruption.see"),
    ("Direct work", "direct_work:sessions", "direct_work.see"),
    ("Placements", "placements:placements", "placements.see"),
    ("Audits", "audits:audits_of_child", "audits.see"),
    ("Growing up", "transitions:transition", "transitions.see"),
    ("Who works with them", "allocation:workers_of", "allocation.see"),
    ("Who can see this record", "access:who_can_see", "access.see"),
    ("Who has looked", "access:who_has_looked", "readings.see"),
]
DOING: list[Link] = [
    ("Report them missing", "missing:report_missing", "missing.record"),
    ("Offer a return interview", "return_interviews:make_offer", "return_interviews.record"),
    ("Write a return interview", "return_interviews:hold", "return_interviews.record"),
    ("Record a session or visit", "direct_work:hold", "direct_work.record"),
    ("Plan a session", "direct_work:plan_session", "direct_work.record"),
    ("Record a risk", "risk:open_risk", "risk.record"),
    ("Ask for a meeting", "meetings:request_meeting", "meetings.record"),
    ("Write a safety plan", "plans:write_plan", "plans.record"),
    ("Ask for disruption", "disruption:request_tactic", "disruption.record"),
    ("Write to them: what came of it", "replies:write_reply", "replies.record"),
    ("Record a move", "placements:place", "placements.record"),
    ("Keep details for the police", "missing:keep_carer_details", "missing.record"),
    ("Add a name they are known by", "desk:add_name", "child.record"),
    ("Change who they are", "desk:change_child", "child.record"),
    ("Change their worker", "allocation:change_worker", "child.allocate"),
]


def links(wanted: list[Link], viewer: Viewer, child: Child, *, current: str = "") -> list[dict[str, Any]]:
    """As ui/_sub_navigation.html takes them; none for those outside."""
    if viewer.is_outside:
        return []
    found = [
        (text, name, address(name, child.pk)) for text, name, permission in wanted if viewer.may(permission)
    ]
    return [{"text": text, "href": href, "current": name == current} for text, name, href in found if href]
