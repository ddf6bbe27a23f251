"""Vocabularies about a child: gender, ethnicity, disability, yes or no. See `codes` for how rules work.

Groups are those of Ofsted's Annex A child-level data (2024 guidance); codes are the Department for Education's
(children in need census 2025, ethnicity codes including the extended ones that councils use).
"""

from __future__ import annotations

from kittiwake.exchange.formats.annex_a.codes import Vocabulary, grouped

GENDER = Vocabulary(
    "gender",
    {"male": "male", "female": "female", "not_stated": "not_stated", "neither": "neither"},
    """
    neither: transgender female | gender dysphoria | unable to classify | neither | non binary | =d | =d neither
    neither: =transgender | indeterminate gender
    not_stated: not | un(?:known|born|specified) | withheld | indeterminate | gender unspecified | refused
    not_stated: =u | =i | =0 | =9 | =c | =x | 0 not | 9 not
    female: female | girl | woman | =f | =2 | =b
    male: transgender male | male | boy | man\\b | =m | =1 | =a
    """,
    """
    male: a) Male
    female: b) Female
    not_stated: c) Not stated/recorded
    neither: d) Neither
    """,
)

ETHNICITY = Vocabulary(
    "ethnicity",
    grouped("""
    white: WBRI WIRI WIRT WROM WOTH
    mixed: MWBC MWBA MWAS MOTH
    asian: AIND APKN ABAN AOTH
    black: BCRB BAFR BOTH
    other: CHNE OOTH
    not_stated: REFU NOBT
    """),
    """
    @codes
    WOTH: (?:any )?(?:other|oth) white | white (?:any )?other (?!brit) | white (?:greek|turkish)? ?cypriot | white mixed white
    WOTH: white any other | =white not yet obtained | white.*european | white other$ | a a\\d+ white
    AOTH: mixed asian | asian asian british mixed | asian and any other | british asian | asian british any other | any other asian
    BOTH: mixed black$ | black or black british mixed
    OOTH: afghan(?!.*indian) | .*\\biraqi | .*\\bvietnam | okrd | other kurd | kurdish
    REFU: refus | declin | would not | did not wish | pref\\w* not | not (?:divulged|disclosed|declared) | dtg\\b | e3\\b
    NOBT: white not yet | asian asian british not yet
    AOTH: asian or asian british not yet
    BOTH: black or black british (?:not yet|form not)
    NOBT: not (?:yet|stat|known|record|asked|given|popul|obtain|declar) | un(?:k\\b|known|born) | no (?:data|info|client|initial)
    NOBT: information not | info not | requested and unable | case closed before | do not use | obsolete | multivalue
    NOBT: unspecified (?:ethnicity|info|refus) | =nan | =xxxx | =0 | =ns | =n | =u | =f | =f1 | =n n\\d | =u x\\d | =e4 | =e5
    NOBT: =n e4 | =a4 20.* | e5 unborn | f[12] | e4 (?:info|not|undec|e4)
    MOTH: dual (?:and )?white and (?:chinese|indian|pakistani) | white and (?:chinese|indian|pakistani|any other)
    MOTH: (?:asian|black) and (?:white|chinese|black|other ethn) | dual (?:and )?(?:asian|black|chinese) | black and any other
    MOTH: chinese and (?:white|any other|other) | mixed black and | mixed chinese | dual and black
    MWBC: (?:white|mixed).*black carr?ib | black caribbean and white | white caribbean | mixed.*caribbean
    MWBA: white.*black african | black african and white | (?:white|mixed).*black afr
    MWAS: mixed.*asian | asian and white | dual and white and black asian
    MOTH: asian and (?:black|chinese) | white other mixed | dual | mixed white$
    WOTH: white mixed white | mixed white
    WBRI: white british mixed british
    MWAS: white and asian | white asian
    MOTH: mixed | any other mix | white mixed | mixedoth | black and white | multiple ethnic
    WIRT: travell?er | gypsy or irish | travir
    WROM: roma(?!nian nat) | romany | gypsy | gyspy | roman?ian
    WIRI: irish(?!.*british)(?!.*heritage) | white irish
    WBRI: white.*(?:british|english|scottish|welsh|cornish|northern irish) | =british(?: white british)? | english | scottish | welsh | =a a1
    WBRI: wowb | weng | wsco | wwel | wcor | =white british.* | white other british
    CHNE: chinese | hong kong | taiwan | singapor | chne
    AIND: african indian
    OOTH: any other ethnic group$ | filipino | other ethnic group
    AOTH: mauritian | punjabi | tamil | sri lank | nepal | sinhal | kashmiri other | asian kashmiri$ | kashmiri$
    APKN: pakistan | kashmiri pak
    ABAN: bangla | bangal
    AOTH: asian (?:or|asian).*(?:caribbean|african|british asian|kashmiri)
    AIND: (?<!west )(?<!afr)indian
    AOTH: asian | asianoth | =syrian | british asian
    BOTH: black or black british.*(?:somali|egyptian|west indian) | african and caribbean | black.*black british$
    BOTH: any other black | other black(?! african) | oth black | black (?:other|british$|any other|european|north amer)
    BAFR: black british african$ | black african caribbean black british african | black african
    BCRB: black.*(?:black british|brit|bri) carr?ib | black carr?ib | carr?ibbean$ | carribean | bac\\b | jamaic | barbad | guyan
    BOTH: black african caribbean black british(?: black british)?$ | black black british$ | black(?: or black)? british$
    BAFR: african$ | somali | nigerian | ghana?ian | sudanese | black \\w+n$ | black (?:\\w+ )?\\w+(?:ese|an|i)$ | cameroon | swazi
    BOTH: black
    WOTH: white | european | albanian | bulgarian | greek | italian | jersey | jewish | mediterranean | polish
    WOTH: portuguese | turkish | kosov | bosnian | croatian | cypriot | latvian | lithuan | russian
    WBRI: =a1(?: .*)?
    WIRI: =a2
    WOTH: =a3 | =a a\\d+.* | =a a?a?\\d+ | =a$
    WIRT: =a4
    WROM: =a5
    MWBC: =b1
    MWBA: =b2
    MWAS: =b3
    MOTH: =b4 | =b(?: b)?(?: ?b?\\d+)? | =b b\\d+.*
    AIND: =c1
    APKN: =c2
    ABAN: =c3
    AOTH: =c4 | =c(?: c)?(?: ?c?\\d+)? | =c c\\d+.*
    BCRB: =d1
    BAFR: =d2
    BOTH: =d3 | =d(?: d)?(?: ?d?\\d+)? | =d d\\d+.*
    CHNE: =e1 | ^e1
    OOTH: =e2 | =e(?: e)?(?: ?e?\\d+)? | =e e\\d+.* | ^e2 | other | arab | iran | iraq | vietnam | thai | japan | yemen
    OOTH: egypt | malay | polynes | latin | korean | leban | libyan | cambod | afghan | kuwait | morocc | syrian | turk
    APKN: =a[kmo]p[ka]
    AOTH: =a[a-z]{3}
    BAFR: =b(?:ann|aof|con|gha|gam|ngn|sln|som|sud)
    BOTH: =b[a-z]{3}
    MWAS: =mwa[a-z]
    MOTH: =m[a-z]{3}
    CHNE: =c[a-z]{3}
    WOTH: =w[a-z]{3}
    OOTH: =o[a-z]{3}
    """,
    """
    WBRI: a) WBRI
    WIRI: b) WIRI
    WIRT: c) WIRT
    WOTH: d) WOTH
    WROM: e) WROM
    MWBC: f) MWBC
    MWBA: g) MWBA
    MWAS: h) MWAS
    MOTH: i) MOTH
    AIND: j) AIND
    APKN: k) APKN
    ABAN: l) ABAN
    AOTH: m) AOTH
    BCRB: n) BCRB
    BAFR: o) BAFR
    BOTH: p) BOTH
    CHNE: q) CHNE
    OOTH: r) OOTH
    NOBT: s) NOBT
    REFU: t) REFU
    """,
)

DISABILITY = Vocabulary(
    "answer on disability",
    {"yes": "yes", "no": "no", "unknown": "unknown"},
    """
    yes: disabled
    unknown: unknown | nobt | not (?:obtained|known|stated|recorded) | refu | =c | information not
    no: no\\b | none | =n | =0 | =b | false | =f
    yes: yes | =y | =1 | =a | =t | true | aut | asperger | beh | comm | con | dda | diagnosed | disab | hand | hear | inc | ld
    yes: learning | mob | other dda | pc | personal | vis | other
    """,
    """
    yes: a) Yes
    no: b) No
    unknown: c) Unknown
    """,
)

_YES_NO = {"yes": "yes", "no": "no", "unknown": "unknown"}
_YES_NO_RULES = """
    unknown: unknown | =c | =u | not (?:known|recorded|stated)
    yes: yes | =y | =1 | =a | =t | true
    no: no\\b | not | =n | =0 | =b | =f | false
"""
YES_NO = Vocabulary("answer (yes or no)", _YES_NO, _YES_NO_RULES)
NO_FURTHER_ACTION = Vocabulary(
    "answer (yes or no)", _YES_NO, "yes: no further action | nfa\nno: fa\\b | further action" + _YES_NO_RULES
)
SEEN = Vocabulary(
    "answer (yes or no)",
    _YES_NO,
    "unknown: no visit new\nno: (?:child )?not seen | unborn\nyes: (?:child )?seen" + _YES_NO_RULES,
)
UNACCOMPANIED = Vocabulary(
    "answer (yes or no)", _YES_NO, "no: non uasc | =cla\nyes: uasc | non cla" + _YES_NO_RULES
)
# Of an interview: offered and then declined is still offered.
OFFERED = Vocabulary("answer (yes or no)", _YES_NO, "yes: offered and" + _YES_NO_RULES)
ACCEPTED = Vocabulary(
    "answer (yes or no)", _YES_NO, "no: offered and declined\nyes: offered and accepted" + _YES_NO_RULES
)

CASE_STATUS = Vocabulary(
    "case status",
    {code: code for code in ("looked_after", "protection_plan", "in_need_plan", "assessment", "closed")},
    """
    looked_after: cla\\b | lac\\b | looked after | =a | =cp cla
    closed: closed | care leaver | =e
    protection_plan: child protection | cpp? | =b
    assessment: open as | assessment | cf assessment | =d
    in_need_plan: child in need | cin | =c
    """,
    """
    looked_after: a) Looked after child
    protection_plan: b) Child protection plan
    in_need_plan: c) Child in need plan
    assessment: d) Open assessment
    closed: e) Closed episode
    """,
)
