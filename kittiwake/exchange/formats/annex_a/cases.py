"""Vocabularies about a case: who made contact, the need, why it closed, the category of abuse.

Codes are those of the children in need census 2025 (Department for Education); groups are those of Ofsted's
Annex A child-level data. See `codes` for how rules work.
"""

from __future__ import annotations

from kittiwake.exchange.formats.annex_a.codes import Vocabulary, grouped

SOURCE = Vocabulary(
    "source of a contact or referral",
    grouped("""
    individual: 1A 1B 1C 1D
    schools: 2A
    education: 2B
    health: 3A 3B 3C 3D 3E 3F
    housing: 4
    la_services: 5A 5B 5C 5D
    police: 6
    other_legal: 7
    other: 8
    anonymous: 9
    unknown: 10
    """),
    r"""
    6: .*\bpolice(?!.*(?:court|prob)) | =7 police | police court probation
    6: =pol | child exploitation and online
    @codes
    5B: .*(?:not|exclud\w*|excl|other than) (?:\w+ )*housing
    4: ^(?:[a-z] )?4\b | =.*housing.* 4 | housing(?! staff) | =ward | warden
    1A: .*famil\w* ?(?:friend|rel|member|bio|parent) | famfrien | =family | private foster carer | family and friend
    1D: stranger | mp councillor
    7: ^other legal | domestic violence pr
    8: ^child(?:ren)?s? cent | ^domestic abuse | education training work | family intervention proj | home care external | ifss
    8: commissioned s | youth fed | other (?:professional|team) | ^oth\b | parenting | party conc | third party | none local
    5B: ^sure start | parent support adv | ^adults services | ^la serv(?:ices?)? (?!hsc|early) | ^local authority services (?!early)
    5B: neighbourhood off | residential care staff | supported housing staff | .*employee | .*representative
    3F: health services other health
    3E: emergency serv
    2B: .*not school | education services sen
    6: ^(?:[a-z] )?6\b(?!th)
    7: ^(?:[a-z] )?7\b
    8: ^(?:[a-z] )?8\b | child(?:ren)?s? cent(?:re|er)s? independent
    9: ^(?:[a-z] )?9\b | anon | individuals anon
    10: ^(?:[a-z] )?10 unk | =10
    10: un(?:known|kown) | not (?:known|recorded|mapped) | =nk | =othe
    individual: individuals? | ^ind\b | other ind
    8: other including (?:strangers|hospice)
    3F: st marys
    5D: .*early help | .*step down | taf meeting | early intervention
    2B: schools and early | education schools academy
    2A: .*\bschool nurs.*(?:provision|ery) | education (?:knowsley )?(?:nurser|post) | nursery(?! early| children) | early years setting
    2A: sen\b | pre ?school | pfsa
    3C: .*school (?:nurs|health) | schnurse | =sn
    2A: (?:edu |education (?:services )?|cyp )?(?:\w+ )?schools?\b(?!.*dept) | =sch | education (?:\w+ )*(?:school|senco) | academy | 6th form
    5B: education dept school | sen team
    8: edu childrens
    2B: educ | edu\b | college | early years prov | ewo | fe college | neyc | nursery early | further ed | esw | sbc ed
    3E: .*a and e | .*accident | .*ambulance | .*casualty | .*emergency d(?!uty) | aande | =a e
    5B: emergency dut | edt | hospital team | ot(?:la|ot|p|ss)\b | occupational therapist(?: (?:none|ssd|passport)| )(?=.)
    3A: .*general prac | .*gp\b | g p\b | .*surgery | on call gp
    3B: .*health visit | helthvis | hv\b | district health
    5B: adults services comm | mental health staff | substance misuse (?:staff|team) | drugs and alc
    8: substance misuse prof | occupational therapy$
    3D: .*(?:midwi|paediat|camhs|cahms|mental health|primary|psych|community health|health worker|dentist|therap)
    3F: .*(?:health|hospi|hosptial|medical|nurse\b|nursing(?! (?:home|res))|nhs|clinic|ward\b|audiol|optom|physio|consultant)
    3F: med\b | .*(?:drug|substance|addict) | rapid | matron | nwas | pre birth | pct | ward\b | unborn birth
    3F: =(?:abs|aud|cas|cln|cmat|cmht|con|dhos|dn|hn|hoot|hos|hosp|hw|mhat|midw|ncyps|nhsc|nhsd|nurs|ocgp|oopt|ot|phy|rr|wr|ws)
    3F: day care staff | hcc adult | n a s s | res nursing
    4: .*(?:housing|homes? ?start|shelter|tenancy) | supported living | =supo | =supw | =sh?lex | =slih | =hous? | =shel
    4: ^support (?:officer|worker) | la hous | la services hsc
    5B: lado\b | .*marac | marat | ceop
    7: .*(?:legal|court|cafcass|jafcass|probation|prison|immigra|solicitor|law |lawyer|border|registrar) | prob | hmp | hms
    7: =(?:ba|cafs|sol|reg) | benefits agency$ | benefits ag | cengovag | central gov | community rehab | care quality | domestic violence prof
    8: .*(?:voluntary|volun|charit|nspcc?|n s p c c|ofsted|refuge|women|victim|barnardo|church|faith|3rd sector)
    8: .*(?:fire|independ|private|provider|agency$|agencies$|military|defence|home office|job ?cent|work and pen|hostel)
    8: children?s? ?s? cent | childrens res | care home | residential home | community (?:safety|vol)
    5B: .*(?:social|ssd|adult|internal|council|youth|yot|young people|disab|famil(?:y|ies)(?! member| bio| parent| rel| carer|rel))
    8: young carers | youth fed
    5B: \(?la\b | l ?a (?:serv|:|other) | local auth | other la\b | lbh | early years | sure start | .*(?:children and famil|dept\b)
    1D: councillor | mp\b | member of (?:the )?(?:public|parl) | general public | community member | elected | previous emp
    1B: .*(?:neighbour|friend|acquaint) | =nei | =frei | stranger
    1C: self | =sf | in person | =you
    1A: .*(?:parent|mother|father|brother|sister|aunt|uncle|grand|relative|famil|carer|husb|wife|son\b|daughter|household)
    1A: niece | partner | house ?mem | birth family | housemem | =(?:br|ca|daug|daui|fath|gran|grpa|grso|husb|moth|nie|or|part|pem|sis|sm)
    1D: other service user | otherind | otherrel | concerned
    5B: .*(?:team|worker|services?\b)(?<!project worker) | external | =(?:acom|asac|asb|cou|dc|gate|hcin|lcpa|mho|nurh|senp|sw|isend)
    8: other | =(?:cc|ch|char|cpn|forces|hcex|od|p3|reha|resh?|tp|vcs|vs|web|wired|idva|otht) | project | provider | agency | advoc
    8: catch 22 | connexions | inspection | party | utilit | talkshop | third | taxi | resident | rehab | parenting | caritas | open door
    8: change grow | childline | commission | multicult | safe centre | child action | nursing res | refugee | domestic abuse | government
    5B: benefits service | accom | assistant acc | day cent | manual hand | out of hours | portage | safeguarding cp | hearthstone | leaving care
    5B: i art | trafford ext | worker | senior prac | sorted | emergency assist | dbs dis | gateway | resource | home care | fsu | rutland | nursing home
    """,
    """
    1A: a) 1A: Individual
    1B: b) 1B: Individual
    1C: c) 1C: Individual
    1D: d) 1D: Individual
    2A: e) 2A: Schools
    2B: f) 2B: Education services
    3A: g) 3A: Health services
    3B: h) 3B: Health services
    3C: i) 3C: Health services
    3D: j) 3D: Health services
    3E: k) 3E: Health services
    3F: l) 3F: Health services
    4: m) 4: Housing
    5A: n) 5A: LA services
    5B: o) 5B: LA services
    5C: p) 5C: LA services
    6: q) 6: Police
    7: r) 7: Other legal agency
    8: s) 8: Other
    9: t) 9: Anonymous
    10: u) 10: Unknown
    5D: 5D: LA services
    """,
)

NEED = Vocabulary(
    "category of need",
    grouped("""
    abuse_or_neglect: N1
    childs_disability: N2
    parents_illness_or_disability: N3
    family_in_acute_stress: N4
    family_dysfunction: N5
    unacceptable_behaviour: N6
    low_income: N7
    absent_parenting: N8
    not_in_need: N9
    not_stated: N0
    """),
    r"""
    N9: n10 | n9 | child not in need | cin (?:n9|step|other)
    N5: family dysf
    N7: low income
    N8: absent parenting | 16 17 yr
    N1: n1 | =a
    N2: n2
    N3: n3
    N4: n4
    N5: n5
    N6: n6
    N7: n7
    N8: n8 | u8
    N0: n0(?! n a)
    N9: n0 n a
    N0: not (?:stated|recorded|specified) | no need code | information received | unknown | =nan | =no | j not
    N1: ^1[a-j]\b | 1abus | abs_? ?(?:emot|neg|phys|sexa)
    N2: ^2[a-f]\b | 2chl | dis (?:ebhv|lrn|phys|sens)
    N3: ^3[a-g]\b | 3par | par (?:alc|drg|men)
    N4: ^4[a-g]\b | 4fam
    N5: ^5[a-c]\b | 5fam | fds | fst
    N6: ^6[a-j]\b | 6soc | bhv
    N7: ^7[ab]\b | 7low | inc hles
    N8: ^8[a-e]\b | 8abs | abp
    N9: .*(?:other than child|not cin|not child in need|receive adoption support)
    N6: .*unacceptable beh | .*behaviour impacting
    N3: .*parent(?:al|s)? ?(?:illness|disab|alc) | .*carers? to care for them | parental | mental health parent | c1 carer
    N5: .*(?:dysfunc|disfunc|capacity is chron|control issues)
    N4: .*(?:acute|temporary crisis|financial|homeless$|missing person|nwas|other parenting|psr oth)
    N7: .*(?:low income|income below)
    N8: .*absent parent | parent absent | .*no parents available | .*asylum seek | .*uasc | 16 17 yr
    N4: homeless
    N1: .*(?:abuse|neglect|exploit|harm|violence|trilogy|section 47|substance mis|multiple$|slavery)
    N2: .*(?:disab|frailty|mental health|physical|sensory|occupational|cyads|cognitive|psr ld|lds|b5 b5a)
    N9: child (?:death|in need other) | step parent | other | o cin
    """,
    """
    N1: N1 - Abuse or Neglect
    N2: N2 - Child's disability
    N3: N3 - Parents' illness or disability
    N4: N4 - Family in acute stress
    N5: N5 - Family dysfunction
    N6: N6 - Socially unacceptable behaviour
    N7: N7 - Low income
    N8: N8 - Absent parenting
    N9: N9 - Cases other than children in need
    N0: N0 - Not stated
    """,
)

CLOSURE = Vocabulary(
    "reason for closing a case",
    grouped("""
    adopted: RC1
    died: RC2
    child_arrangements_order: RC3
    special_guardianship: RC4
    another_authority: RC5
    adult_services: RC6
    other: RC7
    after_assessment: RC8 RC9
    """),
    r"""
    RC7: rc5a transferred to services of our | rc9 nfa at ref | rc9 de escalation to early help nfa at | rc8 school
    RC8: rc7 case closed after
    RC5: rc5
    RC7: rc[07]
    @codes
    RC8: rc8
    RC9: rc9
    RC7: .*looked after placement | rca2 | rce\b | cr2 | .*\blac?\b.* end | period of being | return home | left care
    RC2: .*\b(?:died|death|deceased)
    RC4: .*(?:special g|guardianship)
    RC3: .*(?:residence order|child arrangements? order)
    RC1: .*adopt
    RC7: closed child placed | referred to other ext | referred to another (?:la|smbc) | .*step(?:ped)? ?(?:down|up|across).*(?:prior|after social|provision)
    RC6: .*(?:adult s|adult case|adult div)
    RC5: .*(?:another la|another local|other local|left area|out of area|referred to other agency)
    RC7: deemed not to be in need after ref | step down to (?:taf|family|single|early help(?:$| team$)) | stepped | case closed following | case closed ref
    RC9: .*(?:step down to early help.*assess|referred to early help) | eha step | step down to early help team following (?:ref|c)
    RC8: .*(?:closed after initial or|at first c and f)
    RC7: step (?:down|cancel|across) | no further (?:cin|action chil) | .*any other reason | closed after init | case closed (?:aim|other|person|step)
    RC8: .*(?:after|following|at first) (?:\w+ ){0,4}assess(?! dec) | .*not (?:to be )?in need after ass | .*nfa referral to gateway
    RC8: eha | ineligible | no further (?:action required|sw) | ref on for | =refused serv.* | school leav | =case closed | case closed as no
    RC7: =unknown.+
    RC0: =unknown | not stated
    RC7: .
    """,
    """
    RC1: RC1 - Adopted
    RC2: RC2 - Died
    RC3: RC3 - Child arrangements order
    RC4: RC4 - Special guardianship order
    RC5: RC5 - Transferred to another local authority
    RC6: RC6 - Transferred to adult social services
    RC7: RC7 - Services ceased for any other reason
    RC8: RC8 - Closed after assessment, no further action
    RC9: RC9 - Closed after assessment, referred to early help
    """,
)

ABUSE = Vocabulary(
    "category of abuse",
    grouped("""
    neglect: NEG
    physical: PHY
    sexual: SAB
    emotional: EMO
    multiple: MUL
    """),
    r"""
    NEG: =neglect physical and emotional
    NEG: =ynnn | =a | =a neglect
    PHY: =nynn | =b
    SAB: =nnyn | =c
    EMO: =nnny | =d
    MUL: =[yn]{4} | mul | .*not recommended | =e
    MUL: .*neg.*(?:phy|sex|emo) | .*(?:phy|sex|emo).*neg | .*phy.*(?:sex|emo) | .*(?:sex|emo).*phy | .*sex.*emo | .*emo.*sex
    NEG: .*neg
    PHY: .*phy | pa\b
    SAB: .*sex | sab
    EMO: .*emo
    """,
    """
    NEG: Neglect
    PHY: Physical abuse
    SAB: Sexual abuse
    EMO: Emotional abuse
    MUL: Multiple
    """,
)
