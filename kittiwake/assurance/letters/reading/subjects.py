"""What a sentence is about: the theme most of whose words it has, and without any, that of the sentence before it."""

from __future__ import annotations

import re

FIRST_WORDS = 60  # what a sentence begins with is more often what it is about
# Of two themes with as many words, the earlier in this list: what is narrow before what is wide.
WORDS = {
    "return_interviews": r"return (?:home |to home )?interviews?|RHIs?|debriefings?",
    "missing": r"go(?:es|ing)? missing|went missing|gone missing|who (?:are|were) missing|missing (?:episodes?|from home|from care|children|incident)|reported (?:as )?missing",
    "exploitation": r"exploit\w+|radicali[sz]\w+|extremism|extra-familial|gangs?|county lines|traffick\w+|criminal(?:ity|ised)|NRM|MACE|MASE|VEMT|disruption (?:activity|tactics|work)|mapping|perpetrators|contextual safeguarding|knife crime|modern slavery|serious youth violence",
    "allegations": r"allegations?|designated officers?|LADO|private(?:ly)? foster\w*|connected (?:carers?|persons?)|(?:adults?|people) in (?:a )?positions? of trust",
    "disabled": r"disabled|disabilit\w+|special educational needs|SEND|short breaks",
    "care_leavers": r"care leavers?|care[- ]experienced|leaving care|pathway plan\w*|personal advis[eo]rs?|PAs|staying put|‘?staying[- ]put’?|staying close|transition(?:s|ing)? (?:to|into|from|planning|of)|adult (?:social care|services|provision)|independen(?:ce|t living|tly)|tenanc\w+|local offer|aged 18|NEET|18th birthday|adulthood",
    "education": r"school\w*|education\w*|virtual school|PEPs?|exclu(?:ded|sions?)|suspen\w+|attainment|attendance|pupils?|elective(?:ly)? home|alternative provision|college|universit\w+|headteacher|key stage|apprenticeships?|employment",
    "health": r"health\w*|CAMHS|emotional (?:well-?being|needs|support)|therap\w+|dental|dentists?|substance misuse|psycholog\w+|counselling|strengths and difficulties",
    "permanence": r"permanen\w+|adopt\w+|special guardian\w*|SGOs?|pre-proceedings|proceedings|court\w*|Cafcass|PLO|public law outline|judiciary|long-term foster\w*|placed with (?:their )?parents|life[- ]story|family[- ]finding|reunification|legal gateway|judges?",
    "homes": r"placements?|foster(?: homes?|ing|ed)?|foster carers?|carers|children’s homes?|residential|where (?:they|children) (?:live|should live)|sufficiency|homes?|unregistered|unregulated|accommodation|homeless\w*|housing|moves?|brothers and sisters|matching|matched|out of (?:the )?area|at a distance|placed (?:at|out|far)",
    "supervision": r"supervis\w+",
    "oversight": r"oversight|management (?:direction|decision-making|grip|challenge)|managers?’? (?:\w+ )?(?:challenge|direction|decisions|scrutin\w+)|independent reviewing officers?|IROs?|ICROs?|decision-making|line of sight|scrutiny by managers",
    "audits": r"audit\w*|quality assurance|moderat\w+|practice evaluation\w*|learning (?:from|themes|reviews?)|case reviews?|self-evaluation|practice (?:standards|learning)|dip[- ]sampl\w+",
    "allocation": r"(?:changes?|turnover) (?:of|in) (?:their )?(?:social )?workers?|allocated (?:social )?workers?|unallocated|allocation (?:of|to) (?:a )?(?:social )?workers?|different social workers|consistent social workers?|named workers?|permanent social workers|numerous changes|multiple changes",
    "workforce": r"workforce|caseloads?|workloads?|recruit\w*|retention|retain\w*|vacanc\w+|turnover|agency (?:staff|workers?|teams?|managers?)|newly qualified|NQSWs?|ASYE|induction|training|morale|staff|student\w*|apprentic\w+|social work capacity|academy",
    "leadership": r"leaders\w*|corporate parent\w*|DCS|director\w*|chief executive|councillors?|elected members?|lead member|political\w*|members|performance (?:management|information|data|report\w*|measures)|data|strateg(?:y|ic|ies)|scrutiny|improvement (?:plan|board|journey)|invest\w+|self-assessment|corporate|inspection|vision|governance",
    "early_help": r"early help|family hubs?|edge[- ]of[- ]care|early intervention|preventat\w+|prevention|universal (?:services|support)|children’s centres?|family support|parenting programmes?|community (?:hubs?|offer)|evenings? (?:and|or) weekends?",
    "front_door": r"front door|MASH|MACH|SaPH|FFAP|contacts?|referral\w*|re-referr\w*|threshold\w*|out[- ]of[- ]hours|emergency duty|EDT|consent|screening|police notifications|duty",
    "strategy": r"strategy meetings?|strategy discussions?|child[- ]protection (?:enquir\w+|conference\w*|investigation\w*|chairs?)|section 47|s47|case conferences?|conference chairs?|conferences?|core groups?|enquiries|multi-agency child protection",
    "plans": r"(?:care|safety|child[- ](?:in[- ]need|protection)|children’s|written|contingency|intervention|support|their|these|parallel|early) (?:and \w+ )*plan(?:s|ning)?|plans?|planning|reviews?|timescales|contingency|drift|progress(?:ed)?|child in need|children in need",
    "assessments": r"assess\w*|analys\w+|risks?|chronolog\w+|history|histories|neglect\w*|domestic abuse|professional curiosity|harm|pre-birth",
    "direct_work": r"direct work|voices?|wishes|views|feelings|listen\w*|relationships?|know (?:their |the )?children|visit\w*|seen (?:alone|regularly)|advoca\w+|independent visitors?|participat\w+|children in care council|Children in Care Council|identit\w+|life experiences|lived experiences?|feedback|culture|ethnicit\w+|creative|consult\w*",
    "partners": r"partner\w*|multi-agency|agencies|inter-agency|joint(?:ly)?|information[- ]sharing|police|safeguarding (?:children )?(?:board|partnership)|LSCB|board|voluntary",
}  # fmt: skip
_OF_THEME = {theme: re.compile(rf"\b(?:{words})(?!\w)") for theme, words in WORDS.items()}
_INSPECTORS_VISIT = re.compile(r"\b(?:monitoring|focused|assurance) visits?\b")
_SENTENCE_CASE = re.compile(r"^[‘“]?[A-Z](?=[a-z])")


def theme_of(sentence: str, before: str = "") -> str:
    """`before`: the theme of the sentence before it in the same paragraph."""
    text = _INSPECTORS_VISIT.sub("", _SENTENCE_CASE.sub(lambda first: first[0].lower(), sentence))
    weights = {theme: _weight(words, text) for theme, words in _OF_THEME.items()}
    heaviest = max(weights.values())
    return next(theme for theme in WORDS if weights[theme] == heaviest) if heaviest else before


def _weight(words: re.Pattern[str], text: str) -> float:
    """A name of several words says more than one word that stands in many."""
    return sum(
        (1 + match[0].count(" ")) * (1.5 if match.start() < FIRST_WORDS else 1)
        for match in words.finditer(text)
    )
