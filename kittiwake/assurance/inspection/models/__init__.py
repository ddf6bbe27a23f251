"""Tables of inspections. None is about a child but those that say so."""

from kittiwake.assurance.inspection.models.concerns import (
    ChildEvidence,
    Concern,
    ConcernAction,
    Evidence,
    JudgedOn,
    Judgement,
)
from kittiwake.assurance.inspection.models.inspections import Inspection
from kittiwake.assurance.inspection.models.packs import Pack, PackPiece
from kittiwake.assurance.inspection.models.samples import CaseSample, SampledChild
from kittiwake.assurance.inspection.models.self_evaluation import Claim, SelfEvaluation

__all__ = [
    "CaseSample",
    "ChildEvidence",
    "Claim",
    "Concern",
    "ConcernAction",
    "Evidence",
    "Inspection",
    "JudgedOn",
    "Judgement",
    "Pack",
    "PackPiece",
    "SampledChild",
    "SelfEvaluation",
]
