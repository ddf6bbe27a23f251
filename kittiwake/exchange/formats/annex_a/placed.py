"""Vocabularies about where a looked-after child lives: kind of placement, who provides it, in or out of the area.

Codes are those of the SSDA903 return 2025-26 (Department for Education), with the retired ones that councils' lists
still carry; groups are those of Ofsted's Annex A child-level data. See `codes` for how rules work.
"""

from __future__ import annotations

from kittiwake.exchange.formats.annex_a.codes import Vocabulary, grouped

PLACEMENT = Vocabulary(
    "kind of placement",
    grouped("""
    foster: U1 U2 U3 U4 U5 U6
    adoption: A3 A4 A5 A6
    with_parents: P1
    independent: P2
    residential_employment: P3
    semi_independent: H5 K3
    secure: K1
    childrens_home: K2
    care_home: R1
    health: R2
    family_centre: R3
    youth_custody: R5
    residential_school: S1
    other: Z1 Z11 Z12 Z13 Z14
    temporary: T0 T1 T2 T3 T4
    """),
    r"""
    foster: a4 placed for adoption w consent | h5 placement with other foster | 0?5 other foster
    P1: h5 placed with own
    P2: r5 independent
    other: f[12356] placement with (?:relative or friend in|other carer|carer) | h5 ?(?:in|out) | h5out
    H5: 5 semi
    @codes
    other: r4 | z10
    adoption: =a[12]
    R5: young off
    U6: placement with other foster carer notts
    foster: u6[ab] | =f[1-6] | q[12] | f[1-6] | 09 | 36 | reg(?:ulation)? (?:24|38(?! 6)) | l0[156]
    A3: a3out
    A4: a4out | a41
    A5: a5out
    A6: a6out
    P1: p1out
    P2: p2out
    K1: h[12]\b | k1out | secure(?! units homes) | .*secure ch
    K2: h[34]\b | k2out
    R1: r1out
    R2: r2out
    R3: r3out
    R5: r5out
    S1: s1out
    U2: .*relative or friend.*(?:adopter|adopted)(?! not)
    U1: .*(?:relative|friend).*(?<!not )long term
    U3: .*(?:relative|friend).*not (?:long|ffa)
    U5: .*foster carer.*(?:adopter|adopted|approved or)
    U4: .*other foster carer.*(?<!not )long term
    U6: .*other foster carer.*(?:not (?:long|ffa)|short)
    adoption: foster carer to adopter.+
    A3: .*adopt.*consent(?!.*not (?:with )?cur).*cur
    A4: .*adopt.*consent.*not
    A6: .*adopt.*(?:order|po).*not
    A5: .*adopt.*(?:order|po).*cur
    foster: .*foster carer to
    adoption: .*adopt(?!er|ed)
    P3: residential emp
    R2: .*(?:nhs|nursing)
    R1: .*care homes?
    T3: .*carer is on holiday
    T2: .*holiday
    T1: .*hospital
    T4: .*seven days
    T0: .*(?:temporary|short break)
    R3: .*(?:family centre|mother)
    S1: .*school
    H5: .*semi
    P2: .*(?:independent|independence(?!.*formal)|living independently|in lodgings|other placements in the com|supported accom)
    semi_independent: .*not (?:subject|reg) | .*hostels and other sup | secure units | vol hostel
    K2: .*(?:homes|childrens home|hostel)
    R5: .*(?:young off|yoi|youth treat|ytc|other residential)
    P1: (?:placed|placement|pl|ico).*parent
    foster: .*(?:foster|f carer|with (?:parent )?relative|with parent)
    other: other | m[123]\b | whereabouts | x1
    """,
    """
    U1: a) U1: Foster placement - relatives - long term
    U2: b) U2: Foster placement - relatives - FFA
    U3: c) U3: Foster placement - relatives - not FFA
    U4: d) U4: Foster placement - long term
    U5: e) U5: Foster placement - FFA
    U6: f) U6: Foster placement - not FFA
    A3: g) A3: Placed for adoption - consent, current carer
    A4: h) A4: Placed for adoption - consent, not current carer
    A5: i) A5: Placed for adoption - order, current carer
    A6: j) A6: Placed for adoption - order, not current carer
    P1: k) P1: Placed with parents
    P2: l) P2: Independent living
    P3: m) P3: Residential employment
    H5: n) H5: Residential accommodation
    K1: o) K1: Secure children's home
    K2: p) K2: Children's home
    R1: q) R1: Residential care home
    R2: r) R2: NHS/Health trust
    R3: s) R3: Family centre or mother and baby unit
    R5: t) R5: Young offender institution
    S1: u) S1: Residential school
    Z1: v) Z1: Other placement
    T0: w) T0: Temporary placement
    T1: x) T1: Temporary - in hospital
    T2: y) T2: Temporary - on holiday
    T3: z) T3: Temporary - carer on holiday
    T4: T4: Temporary - seven days or less
    K3: K3: Supported accommodation
    Z11: Z11: Other placement
    Z12: Z12: Other placement
    Z13: Z13: Other placement
    Z14: Z14: Other placement
    """,
)

PROVIDER = Vocabulary(
    "placement provider",
    grouped("""
    own_authority: PR1
    private: PR4
    other: PR0 PR2 PR3 PR5
    not_recorded: PR9
    """),
    r"""
    @codes
    PR0: .*parent
    PR2: .*(?:other la\b|other local|another local)
    PR3: .*public
    PR5: .*(?:volun|third)
    PR4: .*private
    PR1: .*(?:\bown|local auth|la\b|council)
    other: =- | not re | unauth | unknown | =nan
    """,
    """
    PR0: a) PR0 - Parents
    PR1: b) PR1 - Own provision
    PR2: c) PR2 - Other local authority provision
    PR3: d) PR3 - Other public provision
    PR4: e) PR4 - Private provision
    PR5: f) PR5 - Voluntary/third sector
    """,
)

LOCATION = Vocabulary(
    "placement location",
    {"in": "in", "out": "out"},
    r"""
    out: out | b out | =no? | =b
    in: in | a in | =y(?:es)? | =a
    """,
    """
    in: a) In
    out: b) Out
    """,
)
