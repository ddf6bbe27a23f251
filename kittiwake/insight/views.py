"""Pages of measures: all of them, one over time and by team, and the rows behind a figure."""

from __future__ import annotations

import re
from datetime import date

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.timezone import now

from kittiwake.access.powers import SEES_NO_CHILD
from kittiwake.access.viewer import ViewerRequest
from kittiwake.insight.behind import MANY, MOST_TAKEN_AWAY, NO, YES, RowsPage
from kittiwake.insight.breakdowns.showing import Breakdown
from kittiwake.insight.disclosure import published
from kittiwake.insight.documentation.examples import examples
from kittiwake.insight.forms import PeriodForm, QuarterForm
from kittiwake.insight.measure.showing import MeasurePage
from kittiwake.insight.showing import YEAR, Figures, MeasuresPage, Period
from kittiwake.insight.waiting.views import counted_or_waiting
from kittiwake.insight.waiting.waited import LIST, of_measure
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import short_date
from kittiwake.ui.forms import GovForm
from kittiwake.ui.pages import page
from kittiwake.ui.spreadsheets import as_csv

MEASURES = ["Measure", "Number", "Figure", "Rests on"]
MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)


def _period(request: ViewerRequest) -> tuple[GovForm, Period]:
    """What was asked for; the year to today where nothing was, or where it cannot be read. For whoever sees no child a
    quarter, and the newest where no quarter was asked for."""
    today = local_date(now())
    if request.viewer.user.role in SEES_NO_CHILD:
        return _quarter(request, today)
    usual = Period(today - YEAR, today)
    form = PeriodForm(request.GET if "first_year" in request.GET else None, initial=vars(usual))
    if not form.is_valid():
        return form, usual
    answers = form.cleaned_data
    return form, Period(answers["first"], answers["last"], answers["known"])


def _quarter(request: ViewerRequest, today: date) -> tuple[QuarterForm, Period]:
    newest, *before = published.quarters(today)
    form = QuarterForm(request.GET if "quarter" in request.GET else None, offered=[newest, *before])
    asked = PeriodForm(request.GET)
    named = form.cleaned_data["quarter"] if form.is_valid() else None
    first = named or (asked.cleaned_data["first"] if asked.is_valid() else newest)
    chosen = first if first in before else newest
    form.initial["quarter"] = chosen.isoformat()
    return form, Period(*published.Quarter.beginning(chosen))


def _then(figures: Figures) -> list[str]:
    known = figures.period.known
    return [f"As known at {short_date(known)}"] if known and figures.compares("none") else []


def _columns(*names: str) -> list[dict[str, str]]:
    return [{"text": name} for name in names]


def _measure(key: str, figures: Figures) -> Measure:
    named = catalogue.measures().get(key)
    if named is None or not figures.shows(named):
        raise Http404
    return named


def measures(request: ViewerRequest) -> HttpResponse:
    form, period = _period(request)

    def shown(figures: Figures) -> HttpResponse:
        every, columns = MeasuresPage(figures), _columns(*MEASURES, *_then(figures), "Direction")
        words = {"form": form, "figures": figures, "shown": every, "columns": columns}
        return page(request, "insight/measures.html", words)

    return counted_or_waiting(request, period, LIST, shown)


def measure(request: ViewerRequest, key: str) -> HttpResponse:
    form, period = _period(request)
    measure = _measure(key, Figures(request.viewer, period))

    def shown(figures: Figures) -> HttpResponse:
        words = {
            "form": form,
            "figures": figures,
            "shown": MeasurePage(measure, figures),
            "example": examples().get(measure.key),
            "breakdown": Breakdown(measure, figures, request.GET.get("by", "")),
        }
        return page(request, "insight/measure.html", words)

    return counted_or_waiting(request, period, of_measure(measure), shown)


def rows(request: ViewerRequest, key: str) -> HttpResponse:
    shown = _rows(request, key)
    request.viewer.listed(shown.child_ids)
    return page(request, "insight/rows.html", {"shown": shown, "columns": _columns(*shown.columns)})


def rows_file(request: ViewerRequest, key: str) -> StreamingHttpResponse:
    """All that was found is read before the first line leaves: no line of a child leaves that is not in the log."""
    shown = _rows(request, key, MOST_TAKEN_AWAY)
    lines = list(shown.lines)
    request.viewer.listed(shown.child_ids, "export")
    return as_csv(shown.file_name, shown.file_columns, lines)


def _rows(request: ViewerRequest, key: str, many: int = MANY) -> RowsPage:
    _, period = _period(request)
    asked, figures = request.GET, Figures(request.viewer, period)
    team, by, measure = asked.get("team", ""), asked.get("by", ""), _measure(key, figures)
    breakdown = Breakdown(measure, figures, by)
    if by and breakdown.by is None:
        raise Http404
    return RowsPage(
        measure,
        figures,
        int(team) if team.isdecimal() else None,
        month if MONTH.fullmatch(month := asked.get("month", "")) else "",
        breakdown.by,
        asked.get("group", "") if breakdown.by else "",
        {YES: True, NO: False}.get(asked.get("met", "")),
        many,
    )
