"""Which role holds which power: one visible table, reviewed as code. docs/who-may-do-what.md is made from it.

Which children a role's powers reach is the rule in rule.sql, not here.
"""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power

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
WHOLE_SERVICES = {Role.SERVICE_MANAGER, Role.BUSINESS_SUPPORT}  # may be in a team with many beneath
SEES_NAMED = {Role.CONFERENCE_CHAIR, Role.PARTNER}
SEES_OWN = {Role.CHILD}
SEES_NO_CHILD = {Role.LEAD_MEMBER, Role.ADMINISTRATOR, Role.DIRECTORY}

# Whose record as staff a role reaches beside its own: of those in teams it manages and beneath; of everybody.
ANSWERS_FOR_TEAMS = {Role.TEAM_MANAGER, Role.SERVICE_MANAGER}
ANSWERS_FOR_ALL = {Role.PRINCIPAL_SOCIAL_WORKER, Role.DIRECTOR}

# Roles outside the council: they see only the kinds of entry that an area shares with them (record.kinds), and nothing
# that was struck out.
OUTSIDE = {Role.PARTNER, Role.CHILD}

# How long opening a record without being on its list lasts.
BREAK_GLASS_HOURS = 4

_READ = {
    Power.SIGN_IN,
    Power.SEE_CHILD,
    Power.SEARCH,
    Power.SEE_CHRONOLOGY,
    Power.SEE_MISSING,
    Power.SEE_PLANS,
    Power.SEE,
    Power.SEE_FIGURES,
    Power.OPEN_FIGURES,
}
_WORK = _READ | {
    Power.SEE_BOARD,
    Power.SEE_WORKFORCE,
    Power.REPORT,
    Power.RECORD,
    Power.RECORD_MEETINGS,
    Power.ANSWER,
    Power.KEEP_DRAFTS,
    Power.BREAK_GLASS,
}
_MANAGE = _WORK | {
    Power.OVERSEE,
    Power.APPROVE,
    Power.EXPORT_RECORD,
    Power.LEAD,
    Power.OVERSEE_SUPERVISION,
    Power.AUDIT,
    Power.SEE_READINGS,
    Power.ANSWER_FOR_OPENINGS,
    Power.RECORD_WORKFORCE,
}

HOLDS: dict[Role, set[Power]] = {
    Role.SOCIAL_WORKER: _WORK,
    Role.EXPLOITATION_WORKER: _WORK,
    Role.RETURN_INTERVIEWER: _WORK,
    Role.EARLY_HELP_WORKER: _WORK,
    Role.LEAVING_CARE_WORKER: _WORK,
    Role.TEAM_MANAGER: _MANAGE | {Power.SEE_INSPECTIONS},
    Role.SERVICE_MANAGER: _MANAGE
    | {Power.PLAN_AUDITS, Power.FOLLOW_LEAVERS, Power.ANSWER_MEMBERS, Power.MAKE_REPORTS}
    | {Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS},
    Role.CONFERENCE_CHAIR: _READ
    | {Power.RECORD_MEETINGS, Power.SEE_BOARD, Power.BREAK_GLASS, Power.KEEP_DRAFTS},
    Role.AUDITOR: _READ
    | {Power.PLAN_AUDITS, Power.AUDIT, Power.ANSWER, Power.OVERSEE_SUPERVISION}
    | {Power.SEE_BOARD, Power.SEE_READINGS, Power.KEEP_DRAFTS}
    | {Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS},
    Role.PRINCIPAL_SOCIAL_WORKER: _READ
    | {Power.PLAN_AUDITS, Power.AUDIT, Power.ANSWER, Power.OVERSEE_SUPERVISION, Power.LEAD}
    | {Power.SEE_BOARD, Power.SEE_READINGS, Power.KEEP_DRAFTS, Power.BREAK_GLASS}
    | {Power.SEE_WORKFORCE, Power.RECORD_WORKFORCE, Power.FOLLOW_LEAVERS, Power.SET_STANDARDS}
    | {Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS, Power.ASK_PEOPLE, Power.ANSWER_MEMBERS},
    Role.ANALYST: {Power.SIGN_IN, Power.SEE_CHILD, Power.SEARCH, Power.SEE_BOARD}
    | {Power.SEE_FIGURES, Power.OPEN_FIGURES, Power.RUN_IMPORTS}
    | {Power.MAKE_REPORTS, Power.MAKE_LISTS, Power.SEE_INSPECTIONS},
    Role.BUSINESS_SUPPORT: {Power.SIGN_IN, Power.SEE_CHILD, Power.SEARCH, Power.SEE_BOARD}
    | {Power.SEE_CHRONOLOGY, Power.SEE_MISSING, Power.REPORT, Power.RUN_IMPORTS, Power.KEEP_DRAFTS},
    Role.PARTNER: {Power.SIGN_IN, Power.SEE_CHILD, Power.SEE_MISSING, Power.SEE_PLANS},
    Role.DIRECTOR: _READ
    | {Power.APPROVE, Power.OVERSEE_SUPERVISION, Power.SEE_BOARD, Power.SEE_READINGS, Power.BREAK_GLASS}
    | {Power.SEE_WORKFORCE, Power.RECORD_WORKFORCE, Power.FOLLOW_LEAVERS, Power.SET_STANDARDS}
    | {Power.MAKE_REPORTS, Power.PUBLISH, Power.ANSWER_MEMBERS, Power.MAKE_LISTS, Power.ASK_PEOPLE}
    | {Power.SEE_INSPECTIONS, Power.RECORD_INSPECTIONS},
    Role.LEAD_MEMBER: {Power.SIGN_IN, Power.SEE_FIGURES, Power.ASK_AS_MEMBER, Power.SEE_INSPECTIONS},
    Role.INSPECTOR: _READ
    | {Power.SEE_BOARD, Power.SEE_READINGS, Power.OVERSEE_SUPERVISION}
    | {Power.SEE_INSPECTIONS, Power.MAKE_LISTS},
    Role.DATA_PROTECTION: {Power.SIGN_IN, Power.SEE_CHILD, Power.SEARCH}
    | {Power.SEE_READINGS, Power.ANSWER_FOR_OPENINGS, Power.SEE_ADMINISTRATION}
    | {Power.DECIDE_RETENTION},
    Role.ADMINISTRATOR: {Power.SIGN_IN, Power.ADMINISTER, Power.SEE_ADMINISTRATION},
    Role.CHILD: {Power.SIGN_IN, Power.READ_OWN},
    Role.SYSTEM: _MANAGE | {Power.RUN_IMPORTS},
    Role.DIRECTORY: {Power.ADMINISTER},
}


def sees_few(role: str) -> bool:
    """Whoever has this role sees the children of a team, or some by name: tens, or a hundred or two. It opens nothing: a
    list is only found another way.
    """
    return role in (SEES_TEAMS | SEES_NAMED | SEES_OWN) - WHOLE_SERVICES


def role_may(role: str, power: Power) -> bool:
    return power in HOLDS[Role(role)]


def roles_that_may(power: Power) -> list[Role]:
    return [role for role in HOLDS if role_may(role, power)]
