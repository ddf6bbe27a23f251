"""Vocabularies about looked-after children: legal status, plan, and why care ceased.

Codes are those of the SSDA903 return 2025-26 (Department for Education), with the retired ones that councils' lists
still carry; groups are those of Ofsted's Annex A child-level data. See `codes` for how rules work.
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
    """
    C1: C1: ICO
    C2: C2: FCO
    D1: D1: Freed for adoption
    E1: E1: Placement order
    V2: V2: Accommodated under S20
    V3: V3: Short breaks
    V4: V4: Short breaks
    L1: L1: Police protection
    L2: L2: EPO
    L3: L3: Child assessment order
    J1: J1: Remand
    J2: J2: PACE
    J3: J3: Youth rehabilitation order
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
    """
    family: a) Return to family
    adoption: b) Adoption
    guardianship: c) SGO/CAO
    supported_living: d) Supported living in the community
    residential: e) Long-term residential placement
    long_term_fostering: f) Long-term fostering
    other: g) Other
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
    """
    E11: a) E11: Adopted
    E12: b) E12: Adopted - consent dispensed with
    E2: c) E2: Died
    E3: d) E3: Care taken by another LA
    E4A: e) E4A: Returned home - planned
    E4B: f) E4B: Returned home - not planned
    E13: g) E13: Left care to live with parents or relatives - no parental responsibility
    E41: h) E41: Child arrangements order
    E45: i) E45: Special Guardianship Orders - former foster carer, relative/friend
    E46: j) E46: Special Guardianship Orders - former foster carer, other
    E47: k) E47: Special Guardianship Orders - relative/friend
    E48: l) E48: Special Guardianship Orders - other
    E5: m) E5: Independent living - supported
    E6: n) E6: Independent living - no formal support
    E7: o) E7: Transferred to adult social services
    E9: p) E9: Sentenced to custody
    E14: q) E14: Accommodation on remand ended
    E15: r) E15: Age assessment - 18 or over
    E16: s) E16: Moved abroad
    E17: t) E17: With former foster carer
    E8: u) E8: Any other reason
    """,
)

NO_LONGER = Vocabulary(
    "reason why a child is no longer placed for adoption",
    {code: code for code in ("RD1", "RD2", "RD3", "RD4")},
    r"""
    @codes
    RD1: .*(?:needs changed|change of plan) | =a
    RD2: .*(?:court|not granted) | =b
    RD3: .*(?:cannot|not) be found | no adopters | =c
    RD4: =d | .
    """,
    """
    RD1: RD1
    RD2: RD2
    RD3: RD3
    RD4: RD4
    """,
)
