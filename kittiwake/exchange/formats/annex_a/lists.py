"""Ofsted's child-level lists 1 to 9: their fields, how each is headed, and how each is read.

A heading is recognised by the words it must hold, in any order and with anything around them: ‘Date of Contact’,
‘DATE_CONTACT’ and ‘a) Contact date (dd/mm/yyyy)’ all hold ‘date’ and ‘contact’.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kittiwake.exchange.formats.annex_a import care, cases, leavers, people, rows
from kittiwake.exchange.formats.annex_a.codes import Vocabulary, plain_words
from kittiwake.exchange.reading import dates, values
from kittiwake.exchange.reading.tables import Cell
from kittiwake.exchange.reading.values import Reading, is_missing_word, missing

Reader = Callable[[Cell], Reading[Any]]


def _code(vocabulary: Vocabulary) -> Reader:
    return vocabulary.read


def _group(vocabulary: Vocabulary) -> Reader:
    def read(cell: Cell) -> Reading[Any]:
        reading = vocabulary.read(cell)
        return Reading(reading.value.group) if reading.value else Reading(None, reading.doubt)

    return read


def _truth(vocabulary: Vocabulary, yes: str = "yes", no: str = "no") -> Reader:
    def read(cell: Cell) -> Reading[Any]:
        reading = vocabulary.read(cell)
        return Reading(
            {yes: True, no: False}.get(reading.value.code) if reading.value else None, reading.doubt
        )

    return read


def label(cell: Cell) -> Reading[str]:
    """A team, a worker or an organisation: one line, plain spaces. ‘#N/A’ is nobody."""
    text, doubt = values.plain_text(cell)
    return Reading(" ".join(text.split()) if text else None, doubt)


def authority(cell: Cell) -> Reading[str]:
    """A council's name without what it calls itself, or its code: ‘LONDON BOROUGH OF SUTTON’ is Sutton."""
    text = values.as_text(cell)
    if is_missing_word(text):
        return missing(text)
    kept = _COUNCIL_WORDS.sub(" ", text)
    plain = " ".join(kept.replace("&", "and").split()).strip(" ,.-")
    return Reading(
        (plain.title() if plain.isupper() and len(plain) > 3 and plain.isalpha() else plain) or None
    )


_COUNCIL_WORDS = re.compile(
    r"\b(?:london|royal) borough of\b|\bcity of(?!\s+london)\b|\b(?:county|borough|city|district|metropolitan|london) "
    r"(?:borough |district )?council\b|\b(?:council|london boro(?:ugh)?|local authority|county|district|mbc|mdc|cc|ua)\b"
    r"|\((?:b|met county)\)|\bchild placed in\b",
    re.IGNORECASE,
)

READERS: dict[str, Reader] = {
    "id": values.identifier, "date": dates.day, "count": values.count, "age": values.age, "label": label,
    "postcode": values.postcode, "authority": authority, "yes_no": _truth(people.YES_NO),
    "gender": _group(people.GENDER), "ethnicity": _code(people.ETHNICITY), "disability": _truth(people.DISABILITY),
    "source": _code(cases.SOURCE), "nfa": _truth(people.NO_FURTHER_ACTION), "seen": _truth(people.SEEN),
    "need": _code(cases.NEED), "closure": _code(cases.CLOSURE), "status": _group(people.CASE_STATUS),
    "abuse": _code(cases.ABUSE), "unaccompanied": _truth(people.UNACCOMPANIED), "legal": _code(care.LEGAL_STATUS),
    "permanence": _code(care.PERMANENCE), "ceased": _code(care.CEASED), "placement": _code(care.PLACEMENT),
    "provider": _code(care.PROVIDER), "location": _group(care.LOCATION), "offered": _truth(people.OFFERED),
    "accepted": _truth(people.ACCEPTED), "eligibility": _group(leavers.ELIGIBILITY), "in_touch": _code(leavers.IN_TOUCH),
    "accommodation": _code(leavers.ACCOMMODATION), "activity": _code(leavers.ACTIVITY),
    "suitable": _truth(leavers.SUITABILITY, "suitable", "unsuitable"),
}  # fmt: skip

# field | title | reader | words: alternatives after ‘;’, each a set of word beginnings; ‘=’ a whole word, ‘-’ none.
_COMMON = """
child_id | Child Unique ID | id | child =id; child identif; =id child; child unique; child ref; child no; =id
gender | Gender | gender | gender; sex
ethnicity | Ethnicity | ethnicity | ethnic
born_on | Date of Birth | date | birth date; birth; dob
age | Age of Child (Years) | age | =age
"""
_DISABILITY = "disability | Does the Child have a Disability | disability | disab\n"
_ALLOCATED = """
team | Allocated Team | label | allocated team; team
worker | Allocated Worker | label | allocated worker; worker -visit; social worker -visit
"""
_UASC = (
    "unaccompanied | Unaccompanied Asylum Seeking Child (Y/N) | unaccompanied | unaccompanied asylum; uasc\n"
)


@dataclass(frozen=True, slots=True)
class ListField:
    name: str
    title: str
    reader: str
    words: tuple[tuple[str, ...], ...]

    def likeness(self, heading: str) -> int:
        """How many letters of the heading's words this field needs and finds; 0 when it does not fit."""
        plain = plain_words(heading)
        return max(_found(words, plain) for words in self.words)


def _found(words: tuple[str, ...], plain: str) -> int:
    total = 0
    for word in words:
        end = r"\b" if word[0] == "=" else ""
        there = re.search(rf"\b{word.lstrip('=-')}{end}", plain) is not None
        if there == (word[0] == "-"):
            return 0
        total += len(word.lstrip("=-")) if word[0] != "-" else 0
    return total


@dataclass(frozen=True, slots=True)
class ChildList:
    """One of Ofsted's lists: its number, its name, its row type, its fields, and words its sheet may be called by."""

    number: int
    title: str
    row: type[rows.ListRow]
    fields: tuple[ListField, ...]
    names: str

    def own_fields(self) -> tuple[ListField, ...]:
        """Those by which it is told from the others."""
        shared = {
            "child_id",
            "gender",
            "ethnicity",
            "born_on",
            "age",
            "disability",
            "team",
            "worker",
            "unaccompanied",
        }
        return tuple(field for field in self.fields if field.name not in shared)


def _list(number: int, title: str, row: type[rows.ListRow], lines: str, names: str) -> ChildList:
    return ChildList(
        number, title, row, tuple(_field(line) for line in lines.strip().splitlines() if line), names
    )


def _field(line: str) -> ListField:
    name, title, reader, words = (part.strip() for part in line.split(" | "))
    return ListField(name, title, reader, tuple(tuple(choice.split()) for choice in words.split(";")))


LISTS: tuple[ChildList, ...] = (
    _list(1, "Contacts", rows.Contact, _COMMON + """
contacted_on | Date of Contact | date | date contact; contact on
source | Contact Source | source | contact source; source
""", "contacts?"),
    _list(2, "Early help assessments", rows.EarlyHelp, _COMMON + """
started_on | Assessment start date | date | assess start -contin; start date -contin
completed_on | Assessment completion date | date | complet date; assess complet -organis
organisation | Organisation completing assessment | label | organis; agency; completed by
""", "early help|eh\\b|caf"),
    _list(3, "Referrals", rows.Referral, _COMMON + """
referred_on | Date of Referral | date | date referral -number; referral received
source | Referral Source | source | referral source; source
no_further_action | Referral NFA? | nfa | nfa; no further action
referrals_in_year | Number of Referrals in Last 12 Months | count | number referral; referral 12 month; no referral last
""" + _ALLOCATED, "referrals?"),
    _list(4, "Assessments", rows.Assessment, _COMMON + _DISABILITY + """
started_on | Continuous Assessment Start Date | date | assess start date; assess start
child_seen | Child Seen During Continuous Assessment | seen | child seen
authorised_on | Continuous Assessment Date of Authorisation | date | authoris; authoriz; assess end; assess complet
needs_support | Was the child assessed as requiring LA children's social care support? | yes_no | """
    """child assess social care support; requir support; social care support
""" + _ALLOCATED, "(?<!help )assessments?"),
    _list(5, "Section 47 enquiries and conferences", rows.Enquiry, _COMMON + _DISABILITY + """
strategy_discussion_on | Strategy discussion initiating Section 47 Enquiry Start Date | date | """
    """strategy discussion; section 47 date -number; s47 date -number; s47 start
conference_unnecessary | Was an Initial Child Protection Conference deemed unnecessary? | yes_no | unnecessary; not required
conference_on | Date of Initial Child Protection Conference | date | date conference -result; date icpc
plan_made | Did the Initial Child Protection Conference Result in a Child Protection Plan | yes_no | result plan; result cpp
enquiries_in_year | Number of Section 47 Enquiries in the last 12 months | count | number section 47; number s47
conferences_in_year | Number of ICPCs in the last 12 months | count | number icpc; number conference; number initial
""" + _ALLOCATED, "section 47|s ?47|icpc|strategy"),
    _list(6, "Children in need", rows.InNeed, _COMMON + _DISABILITY + """
started_on | CIN Start Date | date | cin start; start date; in need start
need | Primary Need Code | need | primary need; need code; category need
last_seen_on | Date Child Was Last Seen | date | last seen
closed_on | CIN Closure Date | date | closure date -reason; cin clos date; cin end
closure | Reason for Closure | closure | reason clos
status | Case Status | status | case status; status
""" + _ALLOCATED, "cin\\b|child(?:ren)? in need"),
    _list(7, "Child protection plans", rows.ProtectionPlan, _COMMON + _DISABILITY + """
started_on | Child Protection Plan Start Date | date | plan start; cpp? start; start date
first_category | Initial Category of Abuse | abuse | initial categ; first categ
latest_category | Latest Category of Abuse | abuse | latest categ; current categ
last_visit_on | Date of the Last Statutory Visit | date | statutory visit; last visit
seen_alone | Was the Child Seen Alone? | seen | seen alone
last_review_on | Date of latest review conference | date | review
ended_on | Child Protection Plan End Date | date | plan end; cpp? end; end date
emergency_protection | Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N) | """
    """yes_no | emergency protection order; police powers; epo
earlier_plans | Number of Previous Child Protection Plans | count | number previous; previous plan; previous cp
""" + _ALLOCATED, "cp\\b|cpp|child protection|protection plans?"),
    _list(8, "Looked-after children", rows.LookedAfter, _COMMON + _UASC + _DISABILITY + """
started_on | Date Started to be Looked After | date | date start looked after; started looked after; cla start; lac start
need | Child's Category of Need | need | category need; need code; primary need
is_second_period | Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N) | """
    """yes_no | second subsequent; second period; subsequent period
legal_status_on | Start date of current legal status | date | start date legal status; date legal
legal_status | Child's Legal Status | legal | legal status
last_review_on | Date of Latest Statutory Review | date | latest review; statutory review; last review; review date
last_visit_on | Date of Last Social Work Visit | date | social work visit; sw visit; last visit -iro
permanence_plan | What is the permanence plan for this child? | permanence | permanence
reviewing_officer_contact_on | Date of Last IRO Visit / Contact to the Child | date | =iro; reviewing officer
health_assessment_on | Date of Last Health Assessment | date | health
dental_check_on | Date of Last Dental Check | date | dent
placements | Number of Placements in the Last 12 months | count | number placements 12; number placements -episodes; placements 12 month
ceased_on | Date Ceased to be Looked After | date | date ceased; ceased looked after -reason; cla end
ceased_reason | Reason Ceased to be Looked After | ceased | reason ceased; reason looked after
placed_on | Start Date of Most Recent Placement | date | start date placement; date placement start; placement start
placement_type | Placement Type | placement | placement type; type placement
placement_provider | Placement Provider | provider | provider
placement_postcode | Placement postcode | postcode | postcode; post code
placement_urn | URN of Placement | id | =urn; ofsted =urn
placed_in | Placement Location | location | placement location; location
placement_authority | LA of Placement | authority | =la placement -type; local authority placement; placement authority
missing_episodes | Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months | count | """
    """number missing; episodes missing; missing 12 month
absent_episodes | Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months | count | """
    """number absent; episodes absent; absent 12 month; away without
interview_offered | Was the child offered a Return Interview after their last missing episode (Y/N)? | offered | """
    """offer interview; rhi offer; offer rhi
interview_accepted | Did the child accept a Return Interview after their last missing episode (Y/N)? | accepted | """
    """accept interview; rhi accept; accept rhi
""" + _ALLOCATED, "cla\\b|lac\\b|looked after"),
    _list(9, "Care leavers", rows.CareLeaver, _COMMON + _UASC + _DISABILITY + _ALLOCATED + """
personal_adviser | Allocated Personal Advisor | label | personal advis; allocated pa; =pa
eligibility | Eligibility Category | eligibility | eligib
pathway_review_on | Latest Pathway Plan Review Date | date | pathway
in_touch | LA in Touch | in_touch | touch
last_contact_on | Latest Date of Contact | date | date contact; last contact; latest contact
accommodation | Type of Accommodation | accommodation | type accommodation; accommodation type; accommodation -suit
suitable | Suitability of Accommodation | suitable | suitab
activity | Activity Status | activity | activity; employment
""", "care leavers?|leaving care|leavers?"),
)  # fmt: skip
