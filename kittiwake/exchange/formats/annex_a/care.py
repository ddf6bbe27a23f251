"""Vocabularies about looked-after children: legal status, plan, placement, and why care ceased.

Codes are those of the SSDA903 return 2025-26 (Department for Education), with the retired ones that councils' lists
still carry; groups are those of Ofsted's Annex A child-level data. See `annex_a_codes` for how rules work.
"""

from __future__ import annotations

from kittiwake.exchange.formats.annex_a.codes import Vocabulary, grouped

LEGAL_STATUS = Vocabulary(
    "legal status",
    grouped("""
    interim_care_order: C1
    full_care_order: C2
    freed_for_adoption: D1
    placement_order: E1
    accommodated: V2
    protection: L1 L2 L3
    youth_justice: J1 J2 J3
    short_breaks: V3 V4
    """),
    r"""
    E1: .*\be1\b | .*placement (?:\d* )?order(?! requ)(?=.*(?:care|$)) | .*placement order | =po
    @codes
    J3: j4
    V4: v1 | .*agreements are recorded | .*recording agreements
    V3: .*short term breaks
    C1: .*interim care
    J1: interim s | .*\bremand(?! or committed for trial or sentence$)
    L1: =on remand or committed for trial or sentence
    J2: .*\bpace\b
    J3: .*(?:supervis|supervsn|sup ord|youth rehab|ord s31 with|cypa|cyp69) | secure accom
    L3: .*child assessment
    L2: .*(?:emergency prot|epo)
    L1: .*police (?:prot|powers)
    D1: .*fre(?:ed|eing)
    C2: .*(?:full care|care order|section 31|wardship|=ward of court) | =ward of court
    V2: .*(?:s ?20|section 20|sec20|single period|single placement)
    """,
)

PERMANENCE = Vocabulary(
    "permanence plan",
    {
        code: code
        for code in [
            "family",
            "adoption",
            "guardianship",
            "supported_living",
            "residential",
            "long_term_fostering",
            "other",
        ]
    },
    r"""
    guardianship: .*(?:sgo|cao\b|special guard|child arrange) | =c
    other: .*(?:transition|parallel|concurrent|task cent|time limited|permanency through long term placement) | =g
    residential: .*residential | =e
    family: remaining with birth
    supported_living: supported | independent | d supported | =d
    family: .*(?:birth family|birth parent|return to|with parent) | =a
    adoption: .*adoption | =b
    long_term_fostering: .*(?:foster|relatives friends) | =f
    other: .*other
    """,
)

CEASED = Vocabulary(
    "reason care ceased",
    grouped("""
    adopted: E11 E12
    died: E2
    another_authority: E3
    home_to_family: E4A E4B
    to_others: E13 E17
    child_arrangements_order: E41
    special_guardianship: E45 E46 E47 E48
    independent_living: E5 E6
    adult_services: E7
    custody: E9
    remand_ended: E14
    aged_18_or_over: E15
    moved_abroad: E16
    other: E8
    care_goes_on: X1
    """),
    r"""
    E7: e8 transferred to care
    E14: e8 accommodation on remand
    E13: e4a return home with parents rels
    E8: e7 transferred to adult social care$ | e17 staying put
    E8: s?e(?:8|9)[0-9a]? (?:super|missing|left|staying|any|care|period|ceased|reached|cla|ceases) | s?e8a? | e8[12] | =e90 | se90
    E4A: s?e4a\b | e4 a\b
    E4B: s?e4b\b | e4 b\b
    E41: s?e41a?
    E11: s?e11 | =e1 | e1 ad
    E12: s?e12
    E13: s?e13
    E14: s?e14
    E15: s?e15 | age (?:ass|disp) | .*assessed as over 18 | .*\be15\b
    E16: s?e16
    E17: s?e17 | e20
    special_guardianship: e4[234] | se4[34]
    E3: s?e3
    E5: s?e5(?! e6)
    E6: s?e6(?! )|s?e6 (?!e7)
    E7: s?e7
    E9: s?e9
    E2: s?e2
    @codes
    E13: .*no (?:pr\b|pa?e?rental)
    E4B: .*(?:return(?:ed)? home|with parent).*(?:unplan|not part|ws?as? not|not as part)
    home_to_family: =e4 | e4 return
    E4A: (?:return(?:ed)? home|with parent).*part
    E45: .*(?:former foster carers? (?:s )?who|sg former foster carer s? ?who).*(?:relative|friend)
    E47: .*(?:other than former|not former).*(?:who were|sg relative|relative (?:or|friend)) | sg relative
    E46: .*former foster carers? s? ?other than
    special_guardianship: .*(?:special g|spec guard|sgo granted)
    E41: (?:child )?arrangements? order | .*(?:child arrangements? (?:order|res)|^residence|residence order granted|residence care arr)
    E12: .*adopt.*(?:dispensed|consent)
    E11: .*adopt
    E2: .*died
    E3: .*(?:another la|other la\b|another local)
    E13: .*(?:no pa?e?rental|no pr\b|without pr) | unplanned to parent
    E4B: .*(?:unplanned|not part|not as part|wh?i?c?h? ?ws?as? not part|was not part|ws not)
    E4A: .*(?:return|ret home|with parent).*
    E17: .*(?:staying put|remained with|former foster carers)
    E6: .*(?:no formal|without formal|unsupported|non support|no support)
    E5: .*(?:independ|indep|supported)
    E7: .*adult
    E9: .*custody
    E14: .*remand
    E16: .*abroad
    X1: .*new epi
    E8: .*(?:other reason|no further action|case closure|turned 18)
    """,
)

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
)

LOCATION = Vocabulary(
    "placement location",
    {"in": "in", "out": "out"},
    r"""
    out: out | b out | =no? | =b
    in: in | a in | =y(?:es)? | =a
    """,
)
