from kittiwake.assurance.performance.models.counts import (
    ChildCase,
    Count,
    CountedMeasure,
    ReportFigure,
    WorkerCase,
)
from kittiwake.assurance.performance.models.questions import Question, Turn
from kittiwake.assurance.performance.models.reports import ActionDone, PlannedAction, Report, ReportTheme

__all__ = [
    "ActionDone",
    "ChildCase",
    "Count",
    "CountedMeasure",
    "PlannedAction",
    "Question",
    "Report",
    "ReportFigure",
    "ReportTheme",
    "Turn",
    "WorkerCase",
]
