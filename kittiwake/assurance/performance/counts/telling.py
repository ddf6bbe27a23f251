"""Whether the words of a report say what its tables hide. Reads only."""

from __future__ import annotations

from collections import defaultdict

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.performance.counts import cases
from kittiwake.assurance.performance.models import Count, Report
from kittiwake.assurance.performance.rules import as_said, sentences_that_tell
from kittiwake.primitives.measures import catalogue


def hidden_numbers(count: Count) -> set[str]:
    """Of every figure that is hidden, what would tell of it: as the cases that were kept have it."""
    hidden: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in count.figures.filter(is_hidden=True):
        hidden[row.measure].add((row.grouped_by, row.group))
    known = catalogue.measures()
    with acting_as_system():
        every = {key: cases.figures(count, known[key]) for key in hidden if key in known}
    return {
        text
        for key, by_group in every.items()
        for group, figures in by_group.items()
        for figure in figures
        if (group, figure.group or "") in hidden[key]
        for text in as_said(figure.numerator, figure.denominator)
    }


def telling_sentences(report: Report, count: Count) -> list[str]:
    """Each sentence that people wrote in it with a number that its tables hide."""
    return list(dict.fromkeys(sentences_that_tell(typed(report), hidden_numbers(count))))


def typed(report: Report) -> list[str]:
    """All that people wrote in it."""
    pages = report.pages.filter(taken_out_at=None)
    texts = [text for page in pages for text in (page.says, page.heard, page.sure_why)]
    actions = report.actions.filter(taken_out_at=None).values_list("what", flat=True)
    return [report.title, report.summary, *texts, *actions]
