"""How the people of the made-up council are put together on the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from kittiwake.accounts.personas.models import Persona
from kittiwake.accounts.roles import Role

WORK, ANSWER = "Work with children", "Answer for the work"
PARTNERS, YOUNG = "Partners", "Young people"
HEADINGS = {
    WORK: "They listen, plan and write down what happened.",
    ANSWER: "They see whether it was done well, and why not.",
    PARTNERS: "They see what they were invited to, and no more.",
    YOUNG: "They see what became of what they said.",
}
GROUP_OF = {
    Role.SOCIAL_WORKER: WORK,
    Role.EXPLOITATION_WORKER: WORK,
    Role.RETURN_INTERVIEWER: WORK,
    Role.EARLY_HELP_WORKER: WORK,
    Role.LEAVING_CARE_WORKER: WORK,
    Role.BUSINESS_SUPPORT: WORK,
    Role.TEAM_MANAGER: ANSWER,
    Role.SERVICE_MANAGER: ANSWER,
    Role.CONFERENCE_CHAIR: ANSWER,
    Role.AUDITOR: ANSWER,
    Role.PRINCIPAL_SOCIAL_WORKER: ANSWER,
    Role.ANALYST: ANSWER,
    Role.DIRECTOR: ANSWER,
    Role.LEAD_MEMBER: ANSWER,
    Role.INSPECTOR: ANSWER,
    Role.DATA_PROTECTION: ANSWER,
    Role.ADMINISTRATOR: ANSWER,
    Role.PARTNER: PARTNERS,
    Role.CHILD: YOUNG,
}


@dataclass
class Group:
    heading: str
    about: str
    personas: list[Persona] = field(default_factory=list)


def grouped(personas: list[Persona]) -> list[Group]:
    """In the order of HEADINGS, without empty ones."""
    groups = {heading: Group(heading, about) for heading, about in HEADINGS.items()}
    for persona in personas:
        groups[GROUP_OF[Role(persona.user.role)]].personas.append(persona)
    return [group for group in groups.values() if group.personas]
