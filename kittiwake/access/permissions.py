"""What each role may see and do: one visible table. Reviewed as code.

Names are "area.verb". Which children a role's permissions reach is the rule in rule.sql, not here.
"""

from __future__ import annotations

from kittiwake.accounts.roles import Role

# How far each role reaches, before relationship, restriction and grants (rule.sql reads these by name).
SEES_EVERYONE = {
    Role.AUDITOR,
    Role.PRINCIPAL_SOCIAL_WORKER,
    Role.ANALYST,
    Role.DIRECTOR,
    Role.INSPECTOR,
    Role.DATA_PROTECTION,
}
SEES_TEAMS = {
    Role.SOCIAL_WORKER,
    Role.EXPLOITATION_WORKER,
    Role.RETURN_INTERVIEWER,
    Role.EARLY_HELP_WORKER,
    Role.LEAVING_CARE_WORKER,
    Role.TEAM_MANAGER,
    Role.SERVICE_MANAGER,
    Role.BUSINESS_SUPPORT,
}
SEES_NAMED = {Role.CONFERENCE_CHAIR, Role.PARTNER}
SEES_OWN = {Role.CHILD}
SEES_NO_CHILD = {Role.LEAD_MEMBER, Role.ADMINISTRATOR}

# Whose record as staff a role reaches beside its own: of those in teams it manages and beneath; of everybody.
ANSWERS_FOR_TEAMS = {Role.TEAM_MANAGER, Role.SERVICE_MANAGER}
ANSWERS_FOR_ALL = {Role.PRINCIPAL_SOCIAL_WORKER, Role.DIRECTOR}

# Partners and children see only these kinds of entry, and nothing that was struck out.
OUTSIDE = {
    Role.PARTNER: {"missing.episode", "plans.safety_plan", "plans.child_in_need_plan"}
    | {"plans.child_protection_plan", "plans.outside_home_plan"},
    Role.CHILD: {"replies.reply"},
}

# Somebody outside may be let in to one entry of these kinds, and then sees that entry and nothing else of the child.
ONE_BY_ONE = {Role.PARTNER: {"meetings.meeting"}}

# How long opening a record without being on its list lasts.
BREAK_GLASS_HOURS = 4

_READ = {
    "child.see",
    "child.search",
    "chronology.see",
    "missing.see",
    "return_interviews.see",
    "placements.see",
    "direct_work.see",
    "transitions.see",
    "claims.see",
    "risk.see",
    "meetings.see",
    "contexts.see",
    "plans.see",
    "disruption.see",
    "replies.see",
    "supervision.see",
    "audits.see",
    "actions.see",
    "measures.see",
    "measures.rows",
    "account.see",
    "access.see",
    "allocation.see",
    "standards.see",
}
_WORK = _READ | {
    "child.record",
    "missing.record",
    "return_interviews.record",
    "placements.record",
    "direct_work.record",
    "transitions.record",
    "claims.record",
    "claims.decide",
    "risk.record",
    "meetings.record",
    "contexts.record",
    "plans.record",
    "disruption.record",
    "replies.record",
    "supervision.record",
    "audits.answer",
    "actions.record",
    "entry.strike_out",
    "board.see",
    "access.break_glass",
    "access.let_in",
    "drafts.keep",
    "workforce.see",
    "allocation.record",
}
_MANAGE = _WORK | {
    "missing.acknowledge",
    "return_interviews.check",
    "audits.audit",
    "audits.check",
    "audits.make_safe",
    "placements.approve",
    "oversight.decide",
    "supervision.lead",
    "supervision.team",
    "child.restrict",
    "child.allocate",
    "workers.cover",
    "workers.end",
    "readings.see",
    "readings.answer",
    "workforce.record",
}

PERMISSIONS: dict[str, set[str]] = {
    Role.SOCIAL_WORKER: _WORK,
    Role.EXPLOITATION_WORKER: _WORK,
    Role.RETURN_INTERVIEWER: _WORK,
    Role.EARLY_HELP_WORKER: _WORK,
    Role.LEAVING_CARE_WORKER: _WORK,
    Role.TEAM_MANAGER: _MANAGE,
    Role.SERVICE_MANAGER: _MANAGE | {"supervision.sample", "audits.plan"} | {"workforce.leaving"},
    Role.CONFERENCE_CHAIR: _READ
    | {"meetings.record", "actions.record", "board.see", "access.break_glass", "drafts.keep"},
    Role.AUDITOR: _READ
    | {"audits.plan", "audits.audit", "audits.answer", "audits.check"}
    | {"board.see", "readings.see", "drafts.keep"}
    | {"supervision.team", "supervision.sample"},
    Role.PRINCIPAL_SOCIAL_WORKER: _READ
    | {"audits.plan", "audits.audit", "audits.answer", "audits.check"}
    | {"board.see", "readings.see", "return_interviews.check", "access.break_glass", "drafts.keep"}
    | {"workforce.see", "workforce.record", "workforce.all", "workforce.leaving"}
    | {"supervision.lead", "supervision.team", "supervision.sample"}
    | {"standards.change"},
    Role.ANALYST: {"child.see", "child.search", "measures.see", "measures.rows", "board.see", "imports.run"}
    | {"account.see", "standards.see"},
    Role.BUSINESS_SUPPORT: {"child.see", "child.search", "child.record", "chronology.see", "missing.see"}
    | {"missing.record", "board.see", "imports.run", "actions.see", "account.see", "drafts.keep"},
    Role.PARTNER: {"child.see", "missing.see", "meetings.see", "plans.see", "account.see"},
    Role.DIRECTOR: _READ
    | {"board.see", "readings.see", "missing.acknowledge", "access.break_glass"}
    | {"placements.approve", "supervision.team", "workers.cover"}
    | {"workforce.see", "workforce.record", "workforce.all", "workforce.leaving"}
    | {"standards.change"},
    Role.LEAD_MEMBER: {"measures.see", "account.see", "standards.see"},
    Role.INSPECTOR: _READ | {"board.see", "readings.see", "supervision.team"},
    Role.DATA_PROTECTION: {"child.see", "child.search", "readings.see", "readings.answer", "account.see"},
    Role.ADMINISTRATOR: {"account.see"},
    Role.CHILD: {"replies.own", "account.see"},
    Role.SYSTEM: _MANAGE | {"imports.run"},
}
ALL = frozenset().union(*PERMISSIONS.values())


def role_may(role: str, permission: str) -> bool:
    """Whether the role holds the permission. A permission nobody holds is a mistake, not a refusal."""
    if permission not in ALL:
        raise LookupError(f"No role holds {permission!r}: add it to access.permissions.")
    return permission in PERMISSIONS.get(role, set())


def only_reads(permission: str) -> bool:
    """Whether a page that asks this changes nothing about a child. Ending one's own access is no change to them."""
    return permission.endswith(".see") or permission in {"child.search", "measures.rows"}


def roles_that_may(permission: str) -> list[str]:
    return [role for role in PERMISSIONS if role_may(role, permission)]
