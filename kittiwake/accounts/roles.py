"""The kinds of people who use the service. One role a person; what it opens is in `access.powers`."""

from __future__ import annotations

from django.db.models import TextChoices


class Role(TextChoices):
    SOCIAL_WORKER = "social_worker", "Social worker"
    EXPLOITATION_WORKER = "exploitation_worker", "Exploitation worker"
    RETURN_INTERVIEWER = "return_interviewer", "Return interviewer"
    EARLY_HELP_WORKER = "early_help_worker", "Early help worker"
    LEAVING_CARE_WORKER = "leaving_care_worker", "Leaving care worker"
    TEAM_MANAGER = "team_manager", "Team manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    CONFERENCE_CHAIR = "conference_chair", "Conference chair or reviewing officer"
    AUDITOR = "auditor", "Quality auditor"
    PRINCIPAL_SOCIAL_WORKER = "principal_social_worker", "Principal social worker"
    ANALYST = "analyst", "Performance analyst"
    BUSINESS_SUPPORT = "business_support", "Business support"
    PARTNER = "partner", "Partner professional"
    DIRECTOR = "director", "Director"
    LEAD_MEMBER = "lead_member", "Lead member"
    INSPECTOR = "inspector", "Inspector"
    DATA_PROTECTION = "data_protection", "Data protection officer"
    ADMINISTRATOR = "administrator", "System administrator"
    CHILD = "child", "Child or young person"
    SYSTEM = "system", "Kittiwake itself"
    DIRECTORY = "directory", "The council’s directory"


# What acts here without being anybody: no sign-in opens them, and no list of people has them.
NOT_PEOPLE = {Role.SYSTEM, Role.DIRECTORY}
