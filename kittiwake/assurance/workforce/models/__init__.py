"""A module a subject; Django and everybody else find them here."""

from kittiwake.assurance.workforce.models.absences import Absence, AbsenceKind
from kittiwake.assurance.workforce.models.caseloads import CaseloadRule
from kittiwake.assurance.workforce.models.census import Census, CensusWorker
from kittiwake.assurance.workforce.models.engagements import Engagement
from kittiwake.assurance.workforce.models.leaving import ExitInterview
from kittiwake.assurance.workforce.models.posts import Post
from kittiwake.assurance.workforce.models.supported_year import NewlyQualified, SupportedYearStep
from kittiwake.assurance.workforce.models.training import Course, Place

__all__ = [
    "Absence",
    "AbsenceKind",
    "CaseloadRule",
    "Census",
    "CensusWorker",
    "Course",
    "Engagement",
    "ExitInterview",
    "NewlyQualified",
    "Place",
    "Post",
    "SupportedYearStep",
]
