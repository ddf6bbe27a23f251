"""Questions worth asking about a report: what got worse, what was promised and is late, and what we are not sure of."""

from __future__ import annotations

from kittiwake.assurance.performance import drawing
from kittiwake.assurance.performance.models import ReportFigure
from kittiwake.assurance.performance.reports.showing import ReportShown
from kittiwake.assurance.performance.rules import UNSURE, worsened
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

MANY = 3


def worth_asking(shown: ReportShown) -> list[str]:
    """Three at most. They are questions: nobody has said yet why it is so."""
    return [*_worse(shown)[:MANY], *_late(shown), *_unsure(shown)][:MANY]


def _worse(shown: ReportShown) -> list[str]:
    """The worst first."""
    losses = []
    for key, row in {key: shown.whole(key) for key in shown.definitions}.items():
        earlier = shown.figures_before.get(key)
        if row and earlier and (loss := _loss(shown, key, row, earlier)):
            title = shown.definitions[key].definition["title"]
            was, now = drawing.in_words(earlier), drawing.in_words(row)
            losses.append((loss, f"“{title}” was {was} in the report before and is {now} in this one. Why?"))
    return [text for _, text in sorted(losses, reverse=True)]


def _loss(shown: ReportShown, key: str, row: ReportFigure, earlier: ReportFigure) -> float:
    if row.value is None or earlier.value is None:
        return 0.0
    definition = shown.definitions[key].definition
    return worsened(definition["better"], earlier.value, row.value, is_share="%" in row.said)


def _late(shown: ReportShown) -> list[str]:
    return [
        f"“{action.what}” was promised for {long_date(action.due_on)} and is not done. What stands in the way?"
        for action in shown.actions
        if getattr(action, "done", None) is None and local_date(shown.at) > action.due_on
    ]


def _unsure(shown: ReportShown) -> list[str]:
    return [
        f"We are not sure of the figures about “{theme['title']}”. How do we find out more?"
        for theme in shown.themes
        if (page := shown.pages.get(theme["key"])) and page.sure == UNSURE
    ]
