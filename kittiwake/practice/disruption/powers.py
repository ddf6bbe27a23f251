"""The register of powers: what each is, its legal basis, who may use it, on what, since when, and for how long.

Read in November 2026 from the Home Office's Child exploitation disruption toolkit (2022) and the Acts named. A power
whose commencement nobody has confirmed stands here with no first day, and cannot be applied for or used until
somebody who has read the commencement order adds it. Author: the exploitation lead. Look at again by November 2027.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kittiwake.time.durations import Duration, days, months

ALWAYS = date.min
ADULT, PLACE, PHONE, VEHICLE, BUSINESS = "person", "place", "phone", "vehicle", "business"
ON = {
    ADULT: "An adult",
    PLACE: "A place",
    PHONE: "A phone line",
    VEHICLE: "A vehicle",
    BUSINESS: "A business",
}
ANY = frozenset(ON)


@dataclass(frozen=True)
class Power:
    """One way to disrupt.

    from_, to          first and last day it may be used; ALWAYS for as long as records matter, None where its
                       commencement is not confirmed
    by_court           somebody has to be asked: a court or a committee. Otherwise whoever holds the power uses it
    shortest, longest  what the law says of how long it lasts
    """

    key: str
    title: str
    basis: str
    who: str
    on: frozenset[str]
    by_court: bool = True
    from_: date | None = ALWAYS
    to: date | None = None
    shortest: Duration | None = None
    longest: Duration | None = None
    note: str = ""

    def __str__(self) -> str:
        return self.title


_ADULT, _PLACE = frozenset({ADULT}), frozenset({PLACE, BUSINESS})
_ASB = "Anti-social Behaviour, Crime and Policing Act 2014"
_2026 = "Crime and Policing Act 2026"

POWERS = [
    Power(
        "abduction_notice",
        "Child abduction warning notice",
        "Evidence for Child Abduction Act 1984, s2, or Children Act 1989, s49",
        "Police",
        _ADULT,
        by_court=False,
        note="Not an order: a breach is no offence, and is evidence. Look at it each quarter and when the child is 16.",
    ),
    Power("recovery_order", "Recovery order", "Children Act 1989, s50", "Council", ANY),
    Power("exclusion", "Emergency protection order that excludes somebody", "Children Act 1989, ss44 and 44A", "Council",
          _ADULT, longest=days(15)),
    Power("injunction_high_court", "Injunction of the High Court", "Inherent jurisdiction", "Council", _ADULT),
    Power("harm_prevention_order", "Sexual harm prevention order", "Sexual Offences Act 2003, s103A", "Police", _ADULT,
          shortest=months(60), note="After a conviction or caution. A breach is an offence."),
    Power("sexual_risk_order", "Sexual risk order", "Sexual Offences Act 2003, s122A", "Police", _ADULT,
          shortest=months(24), note="Without a conviction."),
    Power("disclosure", "Disclosure scheme", "Child sex offender and domestic violence disclosure schemes", "Police",
          _ADULT, by_court=False),
    Power("trafficking_prevention_order", "Slavery and trafficking prevention order", "Modern Slavery Act 2015, s14",
          "Police", _ADULT, from_=date(2015, 7, 31), shortest=months(60)),
    Power("trafficking_risk_order", "Slavery and trafficking risk order", "Modern Slavery Act 2015, s23", "Police",
          _ADULT, from_=date(2015, 7, 31), shortest=months(24)),
    Power("exploitation_prevention_order", "Child criminal exploitation prevention order", f"{_2026}, Part 4, chapter 1",
          "Police", _ADULT, from_=None),
    Power("respect_order", "Respect order", _2026, "Council, police or housing", _ADULT, from_=None),
    Power("serious_crime_order", "Serious crime prevention order", "Serious Crime Act 2007", "Police", _ADULT,
          longest=months(60)),
    Power("gang_injunction", "Gang injunction", "Policing and Crime Act 2009, Part 4", "Police or council", _ADULT,
          longest=months(24)),
    Power("phone_line_order", "Order to cut off a drug dealing line",
          "Drug Dealing Telecommunications Restriction Orders Regulations 2017", "Police", frozenset({PHONE})),
    Power("civil_injunction", "Civil injunction", f"{_ASB}, s1", "Council, police or housing", _ADULT),
    Power("behaviour_order", "Criminal behaviour order", "Sentencing Act 2020, s331", "Prosecutor", _ADULT,
          shortest=months(24)),
    Power("protection_notice", "Community protection notice", f"{_ASB}, s43", "Council or police",
          frozenset({ADULT, PLACE, BUSINESS}), by_court=False),
    Power("spaces_order", "Public spaces protection order", f"{_ASB}, s59", "Council", _PLACE, by_court=False,
          longest=months(36)),
    Power("dispersal", "Dispersal direction", f"{_ASB}, s35", "Police", frozenset({ADULT, PLACE}), by_court=False,
          longest=days(2)),
    Power("closure_notice", "Closure notice", f"{_ASB}, s76", "Police or council", _PLACE, by_court=False,
          longest=days(2)),
    Power("closure_order", "Closure order", f"{_ASB}, s80", "Police or council", _PLACE, longest=months(3),
          note="May be extended to 6 months in all."),
    Power("guest_information", "Notice to a hotel to name its guests", f"{_ASB}, s116", "Police", _PLACE,
          by_court=False, longest=months(6), note="Where sexual exploitation is suspected. Appeal: s117. Offence: s118."),
    Power("licence_review", "Review of a licence", "Licensing Act 2003, s51", "Licensing or police", _PLACE),
    Power("taxi_licence", "Taxi licence suspended or revoked", "Local Government (Miscellaneous Provisions) Act 1976",
          "Licensing", frozenset({ADULT, VEHICLE, BUSINESS}), by_court=False),
    Power("possession", "Possession or tenancy injunction", "Housing Acts", "Housing", frozenset({ADULT, PLACE})),
    Power("domestic_order", "Domestic abuse protection order", "Domestic Abuse Act 2021, Part 3", "Police", _ADULT,
          from_=None, note="Only in some areas while it is tried out: ask the police."),
    Power("non_molestation", "Non-molestation order", "Family Law Act 1996, s42", "The person or the council", _ADULT),
    Power("prosecution", "Prosecution", "Sexual Offences Act 2003; Modern Slavery Act 2015; Serious Crime Act 2015",
          "Police and prosecutor", _ADULT, by_court=False,
          note="A child who was exploited may have a defence: Modern Slavery Act 2015, s45."),
    Power("visit", "Visit by police or another agency", "Any lawful activity", "Any", ANY, by_court=False),
    Power("letter", "Warning letter", "Any lawful activity", "Any", ANY, by_court=False),
    Power("enforcement", "Enforcement by another agency", "Fire, trading standards and other law", "Any", ANY, by_court=False),
    Power("surroundings", "Changing the place: lighting, cameras, people about", "Any lawful activity", "Any", _PLACE,
          by_court=False),
    Power("youth_work", "Youth workers at the place", "Any lawful activity", "Any", _PLACE, by_court=False),
]  # fmt: skip
REGISTER = {power.key: power for power in POWERS}
CHOICES = [(power.key, power.title) for power in POWERS]


def wrong_target(power: Power, target: str) -> str:
    """Why this power cannot be used on such a target. Empty when it can."""
    if target in power.on:
        return ""
    allowed = " or ".join(ON[kind].lower() for kind in ON if kind in power.on)
    return f"A {power.title[:1].lower()}{power.title[1:]} is used on {allowed} ({power.basis})."


def not_in_force(power: Power, on: date) -> str:
    """Why this power cannot be applied for or used on that day. Empty when it can."""
    named = f"{power.title} ({power.basis})"
    if power.from_ is None:
        return (
            f"{named}: nobody has confirmed that this is in force. It can be considered; it can be used once the "
            "register says since when."
        )
    if on < power.from_:
        return f"{named} was not in force on that day."
    if power.to is not None and on > power.to:
        return f"{named} was no longer in force on that day."
    return ""
