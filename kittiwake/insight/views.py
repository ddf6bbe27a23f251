"""Pages of measures: all of them, one over time and by team, and the rows behind a figure."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.insight.behind import MANY, MOST_TAKEN_AWAY, NO, YES, RowsPage
from kittiwake.insight.breakdowns.showing import Breakdown
from kittiwake.insight.documentation.examples import examples
from kittiwake.insight.forms import PeriodForm
from kittiwake.insight.showing import WAITED_FOR, YEAR, Figures, MeasurePage, MeasuresPage, Period
from kittiwake.insight.waiting import recording as waiting
from kittiwake.insight.waiting.showing import Waiting
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import short_date
from kittiwake.ui.deadline import TakesLonger
from kittiwake.ui.pages import page
from kittiwake.ui.spreadsheets import as_csv

MEASURES = ["Measure", "Number", "Figure", "Rests on"]
FIGURES = ["Figure", "Rests on"]
PATIENCE = 3.0  # seconds in which figures are counted while somebody waits for the page
MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)


def _period(request: ViewerRequest) -> tuple[PeriodForm, Period]:
    """What was asked for; the year to today where nothing was, or where it cannot be read."""
    today = local_date(now())
    usual = Period(today - YEAR, today)
    form = PeriodForm(request.GET if "first_year" in request.GET else None, initial=vars(usual))
    if not form.is_valid():
        return form, usual
    answers = form.cleaned_data
    return form, Period(answers["first"], answers["last"], answers["known"])


def _then(figures: Figures, group: str) -> list[str]:
    known = figures.period.known
    return [f"As known at {short_date(known)}"] if known and figures.compares(group) else []


def _columns(*names: str) -> list[dict[str, str]]:
    return [{"text": name} for name in names]


def _measure(key: str, figures: Figures) -> Measure:
    named = catalogue.measures().get(key)
    if named is None or not figures.shows(named):
        raise Http404
    return named


def _counted_or_waiting(
    request: ViewerRequest, period: Period, measure: Measure | None, shown: Callable[[Figures], HttpResponse]
) -> HttpResponse:
    """The page, where its figures are kept or counted in a moment; or else how far the worker is that counts them."""
    at, key = now(), measure.key if measure else ""
    counting = waiting.newest(request.user, period, key, at - WAITED_FOR)
    figures = Figures(request.viewer, period, counting.asked_at if counting else None, patience=PATIENCE)
    try:
        if counting is None or (counting.ended_at and not counting.is_broken):
            return _anew(request, shown(figures))
    except TakesLonger:
        total = 1 if measure else len(figures.every)
        counting = waiting.ask(request.user, period, key, total=total, at=at)
    words = {"title": measure.title if measure else "Measures", "caption": key, "figures": figures}
    return page(request, "insight/measures_waiting.html", {**words, "waiting": Waiting(counting, at)})


def _anew(request: ViewerRequest, shown: HttpResponse) -> HttpResponse:
    """Who asks again and again how far it is reads the whole page when it is done."""
    if request.headers.get("HX-Target") == "counting":
        shown["HX-Refresh"] = "true"
    return shown


def measures(request: ViewerRequest) -> HttpResponse:
    form, period = _period(request)

    def shown(figures: Figures) -> HttpResponse:
        every, columns = MeasuresPage(figures), _columns(*MEASURES, *_then(figures, "none"), "Direction")
        words = {"form": form, "figures": figures, "shown": every, "columns": columns}
        return page(request, "insight/measures.html", words)

    return _counted_or_waiting(request, period, None, shown)


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
            "month_columns": _columns("Month", *FIGURES, *_then(figures, "month")),
            "team_columns": _columns("Team", *FIGURES, *_then(figures, "team")),
        }
        return page(request, "insight/measure.html", words)

    return _counted_or_waiting(request, period, measure, shown)


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
