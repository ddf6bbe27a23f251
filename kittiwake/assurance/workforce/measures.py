"""What is counted of who does the work: of caseloads, of staff, of managers, and as the yearly census counts."""

from kittiwake.assurance.workforce.caseloads.measures import MEASURES as OF_CASELOADS
from kittiwake.assurance.workforce.census.measures import MEASURES as OF_THE_CENSUS
from kittiwake.assurance.workforce.span.measures import MEASURES as OF_MANAGERS
from kittiwake.assurance.workforce.staff.measures import MEASURES as OF_STAFF

MEASURES = [*OF_CASELOADS, *OF_THE_CENSUS, *OF_MANAGERS, *OF_STAFF]
