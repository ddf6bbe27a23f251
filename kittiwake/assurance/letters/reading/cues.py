"""The words that decide how a sentence is read. Written for how inspectors write; measured by benchmarks/letters.py.

Each list is one pattern. A new word goes here, with an example into tests/test_tone.py; whether it helps is for the benchmark to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence


def _any_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


# What is wrong, or is not yet right.
SHORTFALL = _any_of(
    [
        # said of the thing itself
        r"inadequa\w+", r"insufficien\w+", r"ineffect\w+", r"poor(?:ly|er|est)?", r"weak(?:ness|nesses|er|ly)?",
        r"fail(?:s|ed|ing|ings|ure|ures)?", r"lack(?:s|ed|ing)?", r"gaps?", r"inconsisten\w+", r"variab\w+", r"var(?:y|ies)(?: \w+)? (?:in quality|between|across|greatly|considerably|too)",
        r"variations?", r"varie[sd] (?:greatly|too|widely|considerably)", r"limited", r"delay(?:s|ed|ing)?", r"drift(?:s|ed|ing)?", r"deteriorat\w+", r"declin\w+",
        r"missed", r"absence of", r"absent", r"shortfalls?", r"shortages?", r"shortcomings?", r"deficit\w*", r"deficien\w+", r"flawed", r"failings?", r"errors?",
        r"superficial", r"cursory", r"overdue", r"out[- ]of[- ]date", r"incomplete", r"inaccura\w+", r"narrow(?:ly)?", r"premature(?:ly)?",
        r"minimal", r"sporadic", r"patchy", r"uneven", r"mixed", r"fragmented", r"ad hoc", r"reactive", r"slow(?:ly|er|ed|ing)?", r"stalled", r"late",
        r"un(?:clear|met|assessed|able|realistic|safe|suitable|registered|regulated|allocated|addressed|aware|acceptabl\w+|supported|resolved|certain\w*|stable|settled|identified|recorded|approved|reliable|helpful|timely|representative|focused|noticed|known|sure|satisfactory|productive|tested|explored|recognised|challenged|seen|even)",
        r"under-?(?:developed|resourced|used|utilised|estimat\w+|represented)", r"in(?:stability|accessible|appropriate(?:ly)?|experienced?|ability|adequacy|sufficiency|active|coherent|flexib\w+|secure)",
        r"over-?(?:reli\w+|optimis\w+|ly (?:optimis\w+|positive|reli\w+|focused|complex|long))", r"too (?!are|is|has|have|was|were)\w+", r"little (?!ones?)\w+",
        r"low (?:take-?up|numbers?|levels?|rates?|uptake|proportion|attendance)", r"(?:is|are|was|were|remains?|too|very|relatively) low(?:er)?", r"worse(?:n\w*)?", r"less (?:effective\w*|clear\w*|well|robust|developed|strong|consisten\w+|positive|evident|secure|focused|thorough|successful|timely|likely to|stable)",
        r"not", r"cannot", r"\w+n’t", r"never", r"rare(?:ly)?", r"seldom", r"hardly", r"neither", r"nor", r"none", r"no",
        r"without", r"only", r"few", r"negative\w*", r"adversely", r"detriment\w*", r"frustrat\w+", r"confus\w+", r"disappoint\w+", r"dissatisf\w+", r"complain(?:ed|s)",
        r"high turnover", r"turnover", r"vacanc\w+", r"backlogs?", r"waiting lists?", r"(?:frequent|numerous|multiple|many|several|too many|repeated|constant|number of) (?:\w+ )?(?:changes|moves)", r"changes? (?:of|in) (?:their )?(?:social )?workers?", r"cris[ie]s", r"stop and start", r"impair\w+", r"blurred", r"high re-?referral\w*", r"(?:more|too|it) difficult", r"difficult (?:to|for)", r"a lot of change", r"(?:two|three|four|five|six|several) changes", r"reduc\w+ the chances?", r"impact\w* (?:\w+ )?(?:on|upon) (?:the )?(?:quality|their ability)", r"significant issue", r"sharp increase", r"heav(?:y|ily) relian\w+", r"(?:reduced|limited|little) (?:placement )?choice", r"(?:continued|further) harm",
        r"repeat(?:ed)? (?:referrals?|episodes?|assessments?|moves|periods)", r"high(?:er)? caseloads?", r"caseloads? (?:\w+ ){0,6}(?:are|remain|were|is) (?:\w+ )?(?:high|challenging|too)",
        r"hinder\w*", r"hamper\w*", r"undermin\w+", r"compromis\w+", r"imped\w+", r"(?:this|which|that|it) (?:also )?(?:limits?|restricts?|inhibits?|prevents?) (?!the numbers? of)", r"limiting", r"inhibit\w*", r"exacerbat\w+", r"compound(?:ed|s)", r"dilut\w+", r"struggl\w+", r"obstacles?", r"barriers?",
        r"leav(?:es|ing) (?:\w+ ){0,4}(?:children|young people|them|families|needs?|some|many)", r"left (?:\w+ ){0,4}(?:in|at|without|vulnerable)", r"at risk of (?:being )?harm(?:ed)?,? (?:for|because|as)", r"in (?:situations of|harmful|neglectful) \w+", r"experienc\w+ (?:further )?harm", r"harm is tolerated",
        r"concern(?:ed|ing) (?:about|that)", r"(?:significant|serious|express\w*|some|raised|of) concerns?(?: about| regarding| that)?(?! (?:is|are) )", r"serious(?:ly)?", r"widespread", r"systemic", r"legacy",
        # what is still to be done
        r"more (?:work )?(?:to do|needs? to be done|to be done|needed|is needed|is required)", r"more work", r"further work", r"(?:need|needs|needed|requires?|required) (?:allocation|to (?:be|improve|ensure|strengthen|have|develop|do|take|understand|consider|embed|address|become|go)|improv\w+|strengthening|further|more|better|stronger|significant)",
        r"area(?:s)? for (?:\w+ )?(?:improvement|development|priority)", r"areas? (?:that|which) (?:needs?|requires?)", r"should", r"could (?:be|have) (?:\w+ )?(?:improved?|stronger|better|further|more|strengthened|clearer)", r"would benefit", r"would be (?:improved|strengthened|enhanced)", r"must",
        r"yet to", r"not yet", r"still (?:being|developing|need\w*|too|to be|at an early|in (?:its|their)|a|some|not)", r"(?:still|only|is|are|at|in) (?:\w+ )?(?:at|in)? ?(?:a |an |the |their |its )?(?:very |relatively )early stages?", r"in (?:the|its|their) (?:very )?early (?:stages?|phases?)", r"infancy", r"relatively new", r"too (?:early|soon) to", r"remains? (?:a |an |too |significantly |some |variable|weak|poor|high|challeng\w+|inconsist\w+)",
        r"is aware (?:of|that) (?:this|these|the need|more)", r"recogni[sz]es? (?:that|the need|there)", r"acknowledg\w+", r"\(recommendations?\)",
        # held beside others
        r"below", r"above expected", r"(?:lower|higher|longer|slower) than (?:the |that |those |national|similar|statistical|average|regional|england|it |they |in )", r"not as",
        r"missing (?:detail\w*|key|important|from (?:records|plans|files))", r"many are missing", r"disproportionate\w*", r"isolated", r"escalating", r"increasing demand", r"pressures?", r"significant(?:ly)? challeng\w+", r"challenging (?:to|for)", r"inhibits?", r"disrupt(?:ed|ive|s)", r"harm(?:ful)? (?:for|to) ", r"long-standing (?:concerns?|issues?|weak\w*|problems?|practices?)", r"high(?:er)? (?:proportions?|numbers?|rates?|levels?) of (?:\w+ ){0,4}(?:NEET|not|absence|exclusions?|re-referrals?|agency|vacanc\w+)", r"have asked", r"long-?term instability", r"excessive\w*", r"unnecessar\w+", r"rather than",
    ]
)  # fmt: skip

# Good news with a negative word in it: taken out before the words above are looked for.
GOOD_NEWS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bwithout (?:unnecessary |undue |any |further |significant )*(?:delay|drift|hesitation)\w*",
        r"\b(?:no|any|little|minimal|fewer?|less) (?:unnecessary |undue |significant |evidence of |further )*(?:drift|delays?|waiting lists?|unallocated|widespread|serious|disruption|gaps?|vacanc\w+)(?:,? (?:or|and) \w+)?(?: failures?)?",
        r"\bnot (?:only|just|solely|limited to|complacent|afraid|shy|wait\w*|drift|delayed|left|unnecessar\w+|unduly|stand still|overwhelmed|immediately end)\b",
        r"\b(?:do|does|did|are|is|were|have|has) not (?:\w+ ){0,2}(?:wait|drift|delay|unnecessarily|longer than|have to|experience (?:delay|drift|unnecessary))\b[^,.;]*",
        r"\bno longer (?!able|available|have|has|receiv\w+|provid\w+|offer\w*|in place)[^,.;]*", r"\bno children? (?:\w+ ){0,2}(?:wait\w*|in unregistered|in unregulated|unallocated|left)\b[^,.;]*",
        r"\bno (?:young people|children|care leavers|child)? ?(?:\w+ ){0,3}(?:in|living in|placed in) (?:unregistered|unregulated|bed and breakfast|unsuitable)\b[^,.;]*",
        r"\bonly (?:one|two|three|a (?:very )?small number|a few|a tiny)\b(?=[^.;]*\b(?:not|without|left|waiting)\b)[^,.;]*",
        r"\bonly (?:when|where|if|after|made|come|once)\b", r"\bas (?:few|little)\b", r"\ba few\b", r"\bnot-for-profit\b", r"\bno matter\b", r"\bno\. ?\d+", r"\bwhether or not\b",
        r"\b(?:reduc\w+|lower\w*|minimis\w+|prevent\w*|avoid\w*|address\w*|tackl\w+|mitigat\w+|resolv\w+|overcom\w+|rectif\w+|eliminat\w+|decreas\w+|lessen\w*|challeng(?:e|es|ing)|divert\w*|alleviat\w+|counter\w*|protect\w*|remov\w+|compensat\w+|spot\w*) (?:(?!and |but |not |is |are |was |were |has |have |had |remains? |do |does |that |which )[\w’-]+,? ){0,7}?(?:delay\w*|drift\w*|harm|risks?|turnover|gaps?|weak\w*|shortfalls?|poor\w*|changes|vacanc\w+|backlogs?|barriers?|isolation|isolated|crisis|moves?|insufficien\w+|deficits?|pressures?|inconsisten\w+|variab\w+|variations?|problems?|issues|challenges|concerns?|caseloads?|unnecessar\w+ \w+|disproportionate\w* \w*|disruption\w*|decline|instability|inequalit\w+|waiting lists?|failings?|limit\w+|repeat\w* \w+)\b(?:(?:,| and| or) (?:[\w’-]+ )?(?:delay\w*|drift|harm|risks?|gaps?|weaknesses|instability|turnover|variability|inconsistency|disruption|changes|shortfalls))*\b",
        r"\b(?:delay\w*|drift|turnover|vacanc\w+|gaps?|backlogs?|weaknesses|caseloads?|shortfalls?|deficits?) (?:\w+ ){0,4}(?:reduced?|reducing|fallen|addressed|tackled|avoided|minimised|decreas\w+|resolved|eradicated|rectified)\b",
        r"\b(?:low|lower|reduced|reduction in|reducing|decrease in|fall in|manageable) (?:\w+ ){0,3}(?:turnover|vacanc\w+|caseloads?|sickness|delays?|risks?|numbers?|rates?)\b",
        r"\b(?:children|young people|those|parents|families|pupils|siblings|carers|adolescents|leavers|people|sisters|mothers|adults)\b[^,.;]{0,25}?,? (?:some of )?(?:who|whose|whom)\b(?: (?:have|has|had|are|were|is|may|live|need|do|cannot|can|would|might|experience|present))? (?:(?!is|are|does|do|did|was|were|has|have)\w+ ){0,3}(?:not|cannot|unable|poor|unsafe|late|deteriorat\w+|crisis|isolated|fail\w*|struggl\w+|limited|inappropriate\w*|unsuitable|few|without|no)\b",
        r"\b(?:if|when|where|whenever|should) (?:\w+ ){0,4}(?:not|cannot|no|unable|delay\w*|drift|fail\w*|concern\w*|deteriorat\w+|escalat\w+|limited|poor|weak\w*|insufficient|gaps?)\b[^,.;]*(?=[,.;])",
        r"\bwhether (?:[\w’-]+ ){0,8}(?:should|not|cannot)\b", r"\b(?:decisions?|assess\w*|determin\w+|consider\w*|agree\w*) (?:[\w’-]+ ){0,8}should\b", r"\bthe few\b", r"\bwho (?:would|might|could) benefit\b", r"\bnot find any\b", r"\babsence of (?:any )?(?:disruptions?|delays?)\b", r"\bnot negatively\b", r"\bareas? of strength\b[^.;]*", r"\bincluding (?:those )?areas (?:which|that|for|of) [^,.;]*", r"\b(?:families|children|young people|parents) in (?:a )?crisis\b", r"\bcrisis (?:team|service|support|intervention|situation)s?\b",
        r"(?<!inspectors )(?<!inspectors have )(?<!inspection )(?<!inspection has )(?<!visit )(?<!visits )(?<!in 20\d\d )\b(?:identif\w+|understand\w*|understood|know\w*|aware\w* of|focus\w+ on|strengths? and|see|seen|learn\w* (?:from|about)|insight into|highlight\w*|clear about|realistic about|grip on|sight of|act(?:ed|s|ing)? on) (?:(?!that |not |is |are |was |were |has |have |do |does )[\w’-]+,? ){0,6}?(?:areas? (?:for|of|which|that|requiring|needing)(?: \w+){0,2} ?(?:improvement|development|weakness|practice)?|weakness\w*|deteriorat\w+|what needs to|shortfalls|gaps|challenges|concerns)\b",
        r"\b(?:they|who|what|that|child|children|families) (?:may |might |will |would )?needs? to\b",
        r"\bnot (?:feel judged|rest\w* on|stop\w*|(?:previously |already )?known to)\b", r"\bnever stop\w*", r"\bshould (?:they|he|she|it|a|the|any|children|this)\b", r"’s? needs to be\b", r"\bdecisions? not to\b", r"\bno wrong door\b", r"\b(?:seldom|rarely|never) (?:break\w*|disrupt\w*|wait\w*|mov\w+)\b", r"\bjudged\b[^,.;]*? inadequate\b", r"\brespon(?:ses?|ds?|ding|ded) to (?:identified |any |these |the )?(?:shortfalls|weaknesses|concerns|gaps|delays?)\b", r"\btaken (?:very |extremely )?seriously\b",
        r"\bnot (?:\w+ ){0,4}longer than(?: is)?(?: \w+)?", r"\bwithout unnecessary \w+", r"\bdelays? (?:\w+ ){0,3}(?:purposeful|unavoidable|justified|appropriate)\b(?: or (?:unavoidable|purposeful))?", r"\bwhile they (?:are|wait)\b[^,.;]*",
        r"\bnot in (?:education|employment|mainstream|school|full-time)\b", r"\badverse (?:childhood )?experiences\b", r"\bpoor (?:mental|emotional|parental|home|living|school|attendance|behaviour)\b", r"\bproblem profile\b",
        r"\b(?:isn|aren|doesn)’t just\b", r"\bmust-?\w+\b(?<=must-)", r"\bmixed[- ](?:heritage|race|ethnic\w*)\b", r"\blate(?:r)? (?:in|into)\b", r"\btoo (?:are|is|have|has)\b",
        r"\b(?:a|the) (?:limited|small) number of\b", r"\bsooner rather than later\b", r"\bserious (?:youth )?(?:violence|incidents?|case|harm|organised)\b", r"\bnarrow(?:s|ed|ing)? the gap\b", r"\bmissed appointments?\b", r"\bdevelop\w* barriers\b",
        r"\brather than (?:being about|about|numbers|just|solely|coming|come|waiting|in care|residential|escalat\w+|remain\w*)\b",
    )
]  # fmt: skip

# What inspectors say plainly where all is well.
STRENGTH = _any_of(
    [
        r"(?:very |extremely |really )?well", r"good", r"strong(?:ly|er)?", r"strength(?:s|en|ens|ened|ening)?", r"effective(?:ly|ness)?", r"robust(?:ly)?", r"thorough(?:ly)?", r"timely", r"prompt(?:ly)?", r"swift(?:ly)?", r"quick(?:ly)?",
        r"clear(?:ly)?", r"positive(?:ly)?", r"benefit(?:s|ed|ing)?", r"improv(?:e|es|ed|ing|ement|ements)", r"skilled", r"skilful(?:ly)?", r"appropriate(?:ly)?", r"careful(?:ly)?", r"regular(?:ly)?", r"helpful", r"enabl\w+", r"ensur\w+", r"success\w*",
        r"safe(?:ly|r)?", r"stable", r"stability", r"committed", r"creative(?:ly)?", r"ambitio\w+", r"comprehensive", r"detailed", r"(?:high|good)-quality", r"excellent", r"outstanding", r"exceptional(?:ly)?", r"impressive", r"valued?", r"trusting", r"proactive(?:ly)?",
        r"purposeful(?:ly)?", r"meaningful(?:ly)?", r"responsive", r"sensitive(?:ly)?", r"persist\w+", r"tenacious\w*", r"determined(?:ly)?", r"proud", r"pride", r"thoughtful(?:ly)?", r"proportionate", r"consistent(?:ly)?", r"confident", r"inclusive", r"innovative",
        r"making a difference", r"make good progress", r"thrive", r"enrich\w*", r"achiev\w+", r"praise\w*", r"complimentary", r"approachable", r"visible", r"adapt\w*", r"agil\w+", r"(?:wide|broad|full) range", r"suitable", r"meets? (?:\w+ ){0,2}needs", r"work\w* hard", r"manageable", r"increased", r"enhanced", r"embedded", r"established", r"aspiration\w*", r"compassion\w+", r"dedicated", r"nurtur\w+",
        r"supportive", r"well-\w+", r"better", r"best", r"rigorous(?:ly)?", r"insightful", r"child-cent(?:r|er)ed", r"child-focused", r"helped", r"helps", r"helping",
    ]
)  # fmt: skip

# What is only told: who came, when, what a thing is called, what is planned.
NEUTRAL = _any_of(
    [
        r"inspectors (?:looked at|considered|reviewed|evaluated|visited|met with|spoke (?:to|with)|were (?:on site|assisted))", r"this (?:letter|report) (?:summarises|outlines|sets out|concludes)", r"(?:took|came) (?:up|into) post", r"(?:was|were) (?:appointed|judged|established|launched|published|carried out|commissioned|conducted|undertaken) (?:in|on|as|to|by|at|under|as part)",
        r"has been in post", r"has recently (?:begun|started|appointed|commissioned)", r"(?:is|are) (?:currently )?(?:being |in the process of )?(?:developing|planning|consulting|reviewing|restructur\w+)", r"(?:is|are) due", r"the pandemic", r"covid-19", r"(?:first|second|third|fourth|fifth|sixth) monitoring visit", r"was (?:the|his majesty|her majesty)",
        r"have (?:recently |just )?been (?:completed|commissioned|appointed|introduced|recruited)", r"has (?:recently |just )?been (?:completed|commissioned|introduced|produced)", r"operates?", r"approximately", r"unannounced", r"fieldwork", r"her majesty’s inspectors?", r"his majesty’s inspectors?", r"yours sincerely", r"dear",
        r"philosophy is", r"is made up of", r"consists of", r"restructur\w+", r"still in (?:its|their) infancy", r"data cleanse",
    ]
)  # fmt: skip
