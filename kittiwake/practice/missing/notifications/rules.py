"""Whom the law and the guidance say to tell that a child is missing, and how soon. Facts in, answers out.

Sources, read in November 2026: MIS14, statutory guidance on children who run away or go missing from home or care
(January 2014); the Children's Homes (England) Regulations 2015; the Department for Education's statutory guidance on
unaccompanied migrant children and child victims of modern slavery (2017); the Modern Slavery Act 2015. They say
"without delay" and no number: the hours are local.
"""

from __future__ import annotations

from dataclasses import dataclass

from kittiwake.practice.duties.rules import CHILDRENS_HOMES
from kittiwake.primitives.clocks.rules import Standard, hours

MIGRANT = "Statutory guidance on unaccompanied migrant children and child victims of modern slavery (2017)"


@dataclass(frozen=True)
class Standing:
    """How a child stood on the day they went missing; where they live and who works with them moves on."""

    looked_after: bool = False
    out_of_area: bool = False
    legal_status: str = ""  # codes.LEGAL_STATUS
    placement: str = ""  # codes.PLACEMENT
    has_worker: bool = False
    unaccompanied: bool = False
    trafficked: bool = False  # a risk of modern slavery or trafficking stood
    sexually_exploited: bool = False  # a risk of it stood


@dataclass(frozen=True)
class Recipient:
    """Somebody who has to be told, and where it says so."""

    key: str
    who: str
    source: str
    unless: str = ""  # the reason that may lawfully stand in place of telling them


POLICE = Recipient("police", "Police", "{missing_children}: every missing child is reported to the police")
PARENTS = Recipient(
    "parents",
    "Parents or carers",
    "{missing_children}: anyone with parental responsibility",
    unless="against their welfare",
)
REVIEWING_OFFICER = Recipient(
    "reviewing_officer", "Independent reviewing officer", "{missing_children}, looked-after children"
)
PLACING_AUTHORITY = Recipient(
    "placing_authority",
    "The authority that is responsible for them",
    "{missing_children}, looked-after children",
)
HOST_AUTHORITY = Recipient(
    "host_authority", "The council where they are placed", "{missing_children}, placed out of area"
)
WORKER = Recipient("worker", "Their worker", "Local protocol")
OFSTED = Recipient(
    "ofsted",
    "Ofsted, by the children’s home",
    "Children’s Homes (England) Regulations 2015, regulation 40(4): a child who may be sexually exploited",
)
HOME_OFFICE = Recipient("home_office", "The Home Office", f"{MIGRANT}: an unaccompanied or trafficked child")
GUARDIAN = Recipient(
    "guardian",
    "Their independent child trafficking guardian",
    "Modern Slavery Act 2015, section 48; where there is one for our area",
)
EVERYBODY = (
    POLICE, PARENTS, REVIEWING_OFFICER, PLACING_AUTHORITY, HOST_AUTHORITY, WORKER, OFSTED, HOME_OFFICE, GUARDIAN,
)  # fmt: skip
HOURS = {"police": 1, "ofsted": 24, "home_office": 24, "guardian": 24}  # local
USUAL = 4


def _standard(recipient: Recipient) -> Standard:
    return Standard(
        key=f"missing.told_{recipient.key}",
        title=f"Told that they are missing: {recipient.who[0].lower()}{recipient.who[1:]}",
        within=hours(HOURS.get(recipient.key, USUAL)),
        source=f"{recipient.source}. Without delay; the hours are local",
        local=True,
    )


NOTIFIED = {recipient.key: _standard(recipient) for recipient in EVERYBODY}
# A report by them is how they know.
REPORTS_ITSELF = POLICE.key


def whom_to_notify(standing: Standing) -> list[Recipient]:
    """Whom to tell that this child is missing. Order: who can help find them first."""
    at_risk = standing.unaccompanied or standing.trafficked
    owed = [
        (POLICE, True),
        (PARENTS, True),
        (REVIEWING_OFFICER, standing.looked_after),
        (PLACING_AUTHORITY, standing.looked_after),
        (HOST_AUTHORITY, standing.out_of_area),
        (OFSTED, standing.placement in CHILDRENS_HOMES and standing.sexually_exploited),
        (HOME_OFFICE, at_risk),
        (GUARDIAN, at_risk),
        (WORKER, standing.has_worker),
    ]
    return [recipient for recipient, is_owed in owed if is_owed]
