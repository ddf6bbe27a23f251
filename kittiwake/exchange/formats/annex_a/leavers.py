"""Vocabularies about care leavers: entitlement, contact, accommodation, activity.

Codes are those of the SSDA903 return 2025-26 (Department for Education); groups are those of Ofsted's Annex A
child-level data. See `codes` for how rules work.
"""

from __future__ import annotations

from kittiwake.exchange.formats.annex_a.codes import Vocabulary, grouped

ELIGIBILITY = Vocabulary(
    "care leaver category",
    {code: code for code in ("relevant", "former_relevant", "qualifying", "eligible", "other")},
    r"""
    other: .*not mapped | other under
    qualifying: .*qualifying | =q | =c
    former_relevant: .*former rel | .*pa to 25 | =fr | =b
    relevant: .*relevant | =r | =a
    eligible: .*eligible | =e | =d
    other: other
    """,
    """
    relevant: a) Relevant child
    former_relevant: b) Former relevant child
    qualifying: c) Qualifying care leaver
    eligible: d) Eligible child
    other: e) Other
    """,
)

IN_TOUCH = Vocabulary(
    "answer about being in touch",
    grouped("""
    in_touch: YES
    not_in_touch: NO REFU NREQ
    excluded: DIED RHOM
    not_recorded: NONE
    """),
    r"""
    DIED: .*died | 6 died
    RHOM: .*returned (?:to|home) | rhom
    excluded: .*(?:abroad|not known)
    REFU: .*refus | =3 | refu
    NREQ: .*no longer req | nreq
    NONE: .*(?:not recorded|no contact|no care leaver|unknown)
    NO: no\b | .*\bno resident | =n | =2 | 2 no | 0 no
    YES: yes | =y | =1 | .*yes res | 1 yes
    @codes
    """,
    """
    YES: a) Yes
    NO: b) No
    REFU: REFU - Refused contact
    NREQ: NREQ - No longer required
    DIED: DIED - Died
    RHOM: RHOM - Returned home
    NONE: Not recorded
    """,
)

_ACCOMMODATION = grouped("""
    with_family: B
    community_home: C
    semi_independent: D
    supported_lodgings: E
    abroad: G
    deported: H
    ordinary_lodgings: K
    not_known: R
    homeless: S
    foyer: T
    independent: U
    emergency: V
    bed_and_breakfast: W
    custody: X
    former_foster_carer: Z
    other: Y
    """)
# The code may stand in front of the words with the digit for suitability behind it: ‘B1 - With parents’.
_LETTERS = "".join(
    f"{code}: ^{code.lower()}[123]?(?: |$) | code {code.lower()}2?\\b\n" for code in _ACCOMMODATION
)
ACCOMMODATION = Vocabulary(
    "kind of accommodation",
    _ACCOMMODATION,
    _LETTERS
    + r"""
    Z: .*(?:foster|staying put)
    D: semi
    U: independent living
    B: .*(?:parents? |parents$|friends and family|with own parent)
    U: .*university
    C: .*(?:community home|residential care|nhs|homes and hostels|residential place)
    D: .*(?:semi|residential accommodation not|family centre)
    T: .*(?:foyer|residential schools)
    E: .*supported lodg
    K: .*lodgings
    S: .*(?:fixed a|homeless)
    W: .*bed and
    V: .*emergency
    X: .*(?:custody|prison)
    U: .*(?:independ|independant|tenancy)
    G: .*abroad
    H: .*deported
    R: .*(?:not know|unknown|no information|not recorded|not stated)
    Y: .*(?:other|friends|=cla) | =cla
    """,
    """
    B: B: With parents or relatives
    C: C: Community home
    D: D: Semi-independent transitional accommodation
    E: E: Supported lodgings
    G: G: Gone abroad
    H: H: Deported
    K: K: Ordinary lodgings
    R: R: Residence not known
    S: S: No fixed abode / homeless
    T: T: Foyer
    U: U: Independent living
    V: V: Emergency accommodation
    W: W: Bed and breakfast
    X: X: In custody
    Y: Y: Other accommodation
    Z: Z: With former foster carer
    """,
)

SUITABILITY = Vocabulary(
    "answer about suitability",
    {"suitable": "suitable", "unsuitable": "unsuitable", "not_recorded": "not_recorded"},
    r"""
    unsuitable: .*(?:unsuit|not (?:considered )?suit) | =2 | =no? | =false | =b
    suitable: .*suitable | =1 | =y(?:es)? | =true | =a
    not_recorded: .*(?:not rec|unknown) | =0
    """,
    """
    suitable: a) Suitable
    unsuitable: b) Not suitable
    not_recorded: c) Not in touch or not recorded
    """,
)

ACTIVITY = Vocabulary(
    "activity of a care leaver",
    grouped("""
    higher_education: F1 P1
    education: F2 P2
    training_or_employment: F3 P3 F5 P5
    apprenticeship: F4 P4
    not_in_education: G4 G5 G6
    """),
    r"""
    @codes
    G6: .*(?:pregnan|parenting)
    G4: .*(?:illness|disab)
    P4: .*part.*apprent
    F4: .*apprent
    P2: .*part.*(?:other than|not) higher
    F2: .*(?:other than|not) higher
    P1: .*part.*higher
    F1: .*higher
    P5: .*part.*(?:train|employ)
    F5: full.*(?:train|employ)
    G5: .*(?:not in ed|neet|other)
    """,
    """
    F1: F1: Full time in higher education
    P1: P1: Part time in higher education
    F2: F2: Full time in education other than higher
    P2: P2: Part time in education other than higher
    F3: F3: Full time in training or employment
    P3: P3: Part time in training or employment
    F4: F4: Full time in an apprenticeship
    P4: P4: Part time in an apprenticeship
    F5: F5: Full time in training or employment
    P5: P5: Part time in training or employment
    G4: G4: Not in education, employment or training - illness or disability
    G5: G5: Not in education, employment or training - other
    G6: G6: Not in education, employment or training - pregnancy or parenting
    """,
)
