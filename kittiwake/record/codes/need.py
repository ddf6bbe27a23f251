"""Why a child is known to the council, and how it ended, as the children in need census codes it."""

from __future__ import annotations

from datetime import date

from kittiwake.record.codes.lists import Code, CodeList

CENSUS = "Department for Education: children in need census schema 2025 to 2026"

INDIVIDUAL, HEALTH, COUNCIL = "a) Individual", "d) Health services", "f) LA services"
REFERRAL_SOURCE = CodeList(
    "referral source",
    [
        Code("1A", "Family member, relative or carer", group=INDIVIDUAL),
        Code("1B", "Friend, neighbour or child minder", group=INDIVIDUAL),
        Code("1C", "The child or young person", group=INDIVIDUAL),
        Code("1D", "Another individual", group=INDIVIDUAL),
        Code("2A", "School", group="b) Schools"),
        Code("2B", "Education services", group="c) Education services"),
        Code("3A", "Family doctor (GP)", group=HEALTH),
        Code("3B", "Health visitor", group=HEALTH),
        Code("3C", "School nurse", group=HEALTH),
        Code("3D", "Other primary health service", group=HEALTH),
        Code("3E", "Accident and emergency", group=HEALTH),
        Code("3F", "Other health service", group=HEALTH),
        Code("4", "Housing", group="e) Housing"),
        Code("5A", "Council social care, such as adults’ services", group=COUNCIL),
        Code("5B", "Another part of the council", group=COUNCIL),
        Code("5C", "Another council", group=COUNCIL),
        Code("5D", "Council early help", from_=date(2022, 4, 1), group=COUNCIL),
        Code("6", "Police", group="g) Police"),
        Code(
            "7",
            "Other legal agency: court, probation, immigration, Cafcass, prison",
            group="h) Other legal agency",
        ),
        Code("8", "Other, including voluntary organisations", group="i) Other"),
        Code("9", "Anonymous", group="j) Anonymous"),
        Code("10", "Not known", group="k) Unknown"),
    ],
    source=CENSUS,
)

PRIMARY_NEED = CodeList(
    "primary need",
    [
        Code("N1", "Abuse or neglect", to=date(2025, 3, 31), group="a) Abuse or neglect"),
        Code("N1", "Abuse, neglect and exploitation", from_=date(2025, 4, 1), group="a) Abuse or neglect"),
        Code("N2", "Child’s disability", group="b) Child's disability"),
        Code("N3", "Parent’s disability or illness", group="c) Parents illness or disability"),
        Code("N4", "Family in acute stress", group="d) Family in acute stress"),
        Code("N5", "Family dysfunction", group="e) Family dysfunction"),
        Code("N6", "Socially unacceptable behaviour", group="f) Socially unacceptable behaviour"),
        Code("N7", "Low income", group="g) Low income"),
        Code("N8", "Absent parenting", group="h) Absent parenting"),
        Code("N9", "Not a child in need", group="i) Not CIN", note="Census only."),
        Code("N0", "Not stated", group="j) Not stated", note="Census only."),
    ],
    source=CENSUS,
)

CATEGORY_OF_ABUSE = CodeList(
    "category of abuse",
    [
        Code("NEG", "Neglect", group="a) Neglect"),
        Code("PHY", "Physical abuse", group="b) Physical Abuse"),
        Code("SAB", "Sexual abuse", group="c) Sexual Abuse"),
        Code("EMO", "Emotional abuse", group="d) Emotional Abuse"),
        Code("MUL", "More than one", group="e) Multiple", note="Not recommended: choose the main category."),
    ],
    source=CENSUS,
)

CLOSURE_REASON = CodeList(
    "reason for closing",
    [
        Code("RC1", "Adopted", group="a) Adopted"),
        Code("RC2", "Died", group="b) Died"),
        Code("RC3", "Child arrangements order", group="c) Residence Order"),
        Code("RC4", "Special guardianship order", group="d) Special Guardianship Order"),
        Code("RC5", "Moved to another council’s services", group="e) Transfer to another LA"),
        Code("RC6", "Moved to adult social care", group="f) Transfer to Adult Social Services"),
        Code(
            "RC7",
            "Any other reason, including no longer in need",
            group="g) 'Other' incl. Child no longer in need",
        ),
        Code(
            "RC8", "Closed after assessment, no further action", group="h) Child not in need after assessment"
        ),
        Code(
            "RC9",
            "Closed after assessment, to early help",
            from_=date(2022, 4, 1),
            group="h) Child not in need after assessment",
        ),
    ],
    source=CENSUS,
)

ASSESSMENT_FACTOR = CodeList(
    "assessment factor",
    [
        Code("1A", "Alcohol misuse by the child"),
        Code("1B", "Alcohol misuse by a parent or carer"),
        Code("1C", "Alcohol misuse by another person in the household"),
        Code("2A", "Drug misuse by the child"),
        Code("2B", "Drug misuse by a parent or carer"),
        Code("2C", "Drug misuse by another person in the household"),
        Code("3A", "Domestic abuse of the child"),
        Code("3B", "Domestic abuse of a parent or carer"),
        Code("3C", "Domestic abuse of another person in the household"),
        Code("4A", "Mental health of the child"),
        Code("4B", "Mental health of a parent or carer"),
        Code("4C", "Mental health of another person in the household"),
        Code("5A", "Learning disability of the child"),
        Code("5B", "Learning disability of a parent or carer"),
        Code("5C", "Learning disability of another person in the household"),
        Code("6A", "Physical disability or illness of the child"),
        Code("6B", "Physical disability or illness of a parent or carer"),
        Code("6C", "Physical disability or illness of another person in the household"),
        Code("7A", "Young carer"),
        Code("8B", "Privately fostered: from overseas, intends to return"),
        Code("8C", "Privately fostered: from overseas, intends to stay"),
        Code("8D", "Privately fostered: in the UK for education"),
        Code("8E", "Privately fostered: alternative family arrangement in the UK"),
        Code("8F", "Privately fostered: other"),
        Code("9A", "Unaccompanied asylum-seeking child"),
        Code("10A", "Going missing"),
        Code("11A", "Child sexual exploitation"),
        Code("12A", "Trafficking"),
        Code("13A", "Gangs"),
        Code("14A", "Socially unacceptable behaviour"),
        Code("15A", "Self-harm"),
        Code("16A", "Neglect"),
        Code("17A", "Emotional abuse"),
        Code("18A", "Physical abuse", retired=True, note="Use 18B or 18C (census rule 8945Q)."),
        Code("18B", "Physical abuse by another child"),
        Code("18C", "Physical abuse by an adult"),
        Code("19A", "Sexual abuse", retired=True, note="Use 19B or 19C (census rule 8950Q)."),
        Code("19B", "Sexual abuse by another child"),
        Code("19C", "Sexual abuse by an adult"),
        Code("20", "Other"),
        Code("21", "No factors identified", note="Cannot be recorded with any other (census rule 8869)."),
        Code("22A", "Female genital mutilation"),
        Code("23A", "Abuse linked to faith or belief"),
        Code("24A", "Child criminal exploitation", from_=date(2021, 4, 1)),
    ],
    source=CENSUS,
    alone=["21"],
)

# Harm from outside the home, as we group it. A council may choose otherwise.
OUTSIDE_THE_HOME = frozenset({"10A", "11A", "12A", "13A", "24A", "18B", "19B"})
