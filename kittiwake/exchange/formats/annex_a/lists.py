"""Ofsted's child-level lists: their fields, in the order and under the headings of our own workbook, and of what kind.

A heading is recognised by the words it must hold, in any order and with anything around them: ‘Date of Contact’,
‘DATE_CONTACT’ and ‘a) Contact date (dd/mm/yyyy)’ all hold ‘date’ and ‘contact’. What kinds are: `columns`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kittiwake.exchange.formats.annex_a import rows
from kittiwake.exchange.formats.annex_a.codes import plain_words

# field | title | kind | words: alternatives after ‘;’, each a set of word beginnings; ‘=’ a whole word, ‘-’ none.
_COMMON = """
child_id | Child Unique ID | id | child =id; child identif; =id child; child unique; child ref; child no; =id
gender | Gender | gender | gender; sex
ethnicity | Ethnicity | ethnicity | ethnic
born_on | Date of Birth | date | birth date; birth; dob
age | Age | age | =age
"""
_FOR_ADOPTION = """
child_id | Child Unique ID | id | child =id; child identif; =id child; child unique; child ref; child no; =id
family_id | Family identifier | id | family identif; family =id
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
_UASC = "unaccompanied | {title} | unaccompanied | unaccompanied asylum; uasc\n"
_UASC_IN_YEAR = _UASC.format(
    title="Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))"  # with both its brackets
)
_UASC_FORMERLY = _UASC.format(
    title="Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
)


@dataclass(frozen=True, slots=True)
class ListField:
    name: str
    title: str
    kind: str  # of columns.KINDS
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
        shared = {*OF_EVERYBODY, "disability", "team", "worker", "unaccompanied", "family_id"}
        return tuple(field for field in self.fields if field.name not in shared)

    @property
    def sheet(self) -> str:
        return f"List {self.number}"


def _list(number: int, title: str, row: type[rows.ListRow], lines: str, names: str) -> ChildList:
    return ChildList(
        number, title, row, tuple(_field(line) for line in lines.strip().splitlines() if line), names
    )


def _field(line: str) -> ListField:
    name, title, kind, words = (part.strip() for part in line.split(" | "))
    return ListField(name, title, kind, tuple(tuple(choice.split()) for choice in words.split(";")))


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
seen_alone | Was the Child Seen Alone? | seen_lettered | seen alone
last_review_on | Date of latest review conference | date | review
ended_on | Child Protection Plan End Date | date | plan end; cpp? end; end date
emergency_protection | Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N) | """
    """yes_no_lettered | emergency protection order; police powers; epo
earlier_plans | Number of Previous Child Protection Plans | count | number previous; previous plan; previous cp
""" + _ALLOCATED, "cp\\b|cpp|child protection|protection plans?"),
    _list(8, "Looked-after children", rows.LookedAfter, _COMMON + _UASC_IN_YEAR + _DISABILITY + """
started_on | Date Started to be Looked After | date | date start looked after; started looked after; cla start; lac start
need | Child's Category of Need | need | category need; need code; primary need
is_second_period | Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N) | """
    """yes_no_lettered | second subsequent; second period; subsequent period
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
placement_urn | URN of Placement | urn | =urn; ofsted =urn
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
    _list(9, "Care leavers", rows.CareLeaver, _COMMON + _UASC_FORMERLY + _DISABILITY + _ALLOCATED + """
personal_adviser | Allocated Personal Advisor | label | personal advis; allocated pa; =pa
eligibility | Eligibility Category | eligibility | eligib
pathway_review_on | Latest Pathway Plan Review Date | date | pathway
in_touch | LA in Touch | in_touch | touch
last_contact_on | Latest Date of Contact | date | date contact; last contact; latest contact
accommodation | Type of Accommodation | accommodation | type accommodation; accommodation type; accommodation -suit
suitable | Suitability of Accommodation | suitable | suitab
activity | Activity Status | activity | activity; employment
""", "care leavers?|leaving care|leavers?"),
    _list(10, "Children for adoption", rows.Adoption, _FOR_ADOPTION + _DISABILITY + """
entered_care_on | Date the Child Entered Care | date | entered care
decided_on | Date of Decision that Child Should be Placed for Adoption | date | decision should -longer
ordered_on | Date of Placement Order | date | placement order
matched_on | Date of Matching Child and Prospective Adopters | date | matching; matched
placed_on | Date Placed for Adoption | date | date placed adoption -decision
adopted_on | Date of Adoption Order | date | adoption order
no_longer_on | Date of Decision that Child Should No Longer be Placed for Adoption | date | decision longer
no_longer_why | Reason Why Child No Longer Placed for Adoption | no_longer | reason longer
for_adoption_on | Date the child was placed for fostering in FFA or concurrent planning placement | date | """
    """ffa; concurrent; fostering adoption
""", "adoption children|children adoption|adoption"),
)  # fmt: skip
BY_NUMBER = {known.number: known for known in LISTS}
OF_EVERYBODY = ("child_id", "gender", "ethnicity", "born_on", "age")

# List 11 is of adults who would adopt. Nothing of them is held here: its sheet has its headings and no row.
ADOPTERS = (
    "Individual adopter identifier", "Family identifier", "Gender", "Ethnicity", "Disability",
    "Is the (prospective) adopter fostering for adoption?", "Date enquiry received", "Date Stage 1 started",
    "Date Stage 1 ended", "Date Stage 2 started", "Date Stage 2 ended", "Date application submitted",
    "Date application approved", "Date adopter matched with child(ren)", "Date child/children placed with adopter(s)",
    "No. of children placed", "Date of Adoption Order", "Date of leaving adoption process",
    "Reason for leaving adoption process",
)  # fmt: skip
