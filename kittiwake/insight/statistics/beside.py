"""What is published of England, our region and the councils like ours, for the page of one measure. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kittiwake.council.settings import queries as council
from kittiwake.insight.statistics import rules, settings
from kittiwake.insight.statistics.models import PublishedFigure
from kittiwake.insight.statistics.published import Published, by_measure
from kittiwake.record.places import english_authorities, made_up_authorities
from kittiwake.ui.components import Cell, Column, columns
from kittiwake.ui.dates import counted, long_date

COLUMNS = columns("Of", "Figure#", "Year")
NOTHING = "Not published"
AreaKey = tuple[str, str]  # kind and code
ENGLAND: AreaKey = (PublishedFigure.ENGLAND, "england")


@dataclass(frozen=True)
class Told:
    """A figure as it may be said: a number, or the words of its mark."""

    value: Decimal | None
    mark: str = ""

    def words(self, unit: str) -> str:
        if self.value is not None:
            return f"{_plain(self.value)}{unit}"
        return rules.MARKS.get(self.mark, NOTHING).capitalize() if self.mark else NOTHING


@dataclass(frozen=True)
class Beside:
    """`rows` for a table, and the sentences under it: whose figures they are, and how they were counted otherwise."""

    rows: list[list[Cell]]
    source: str
    how: str

    @property
    def columns(self) -> list[Column]:
        return COLUMNS


def beside(measure: str, on: date) -> Beside | None:
    """None where nothing of it is published, or nothing that is has been read in."""
    published = by_measure().get(measure)
    figures = _figures(published) if published else []
    told = _told(published, figures) if published else {}
    periods = [period for period, areas in told.items() if ENGLAND in areas]
    if published is None or not periods:
        return None
    last = max(periods)
    of_it = [figure for figure in figures if figure.period == last]
    year = rules.period_in_words(last, of_it[0].period_is)
    newest = max(of_it, key=lambda figure: (figure.read_on, figure.pk))
    source = f"{published.publication}; read in on {long_date(newest.read_on)} from {newest.source}."
    return Beside(list(_rows(published, told[last], year, on)), source, published.beside)


def _figures(published: Published) -> list[PublishedFigure]:
    return list(PublishedFigure.objects.standing().filter(indicator__in=_names(published)))


def _names(published: Published) -> list[str]:
    return [*published.top, *filter(None, [published.of])]


def _told(published: Published, figures: Iterable[PublishedFigure]) -> dict[str, dict[AreaKey, Told]]:
    """By period and area. A share of what was hidden is hidden."""
    every: dict[str, dict[AreaKey, dict[str, Told]]] = defaultdict(lambda: defaultdict(dict))
    for figure in figures:
        parts = every[figure.period][figure.area_kind, figure.area_code]
        parts[figure.indicator] = Told(figure.value, figure.mark)
    return {
        period: {area: told for area, parts in areas.items() if (told := _one(published, parts))}
        for period, areas in every.items()
    }


def _one(published: Published, parts: Mapping[str, Told]) -> Told | None:
    asked = _names(published)
    if not all(name in parts for name in asked):
        return None
    if hidden := [parts[name].mark for name in asked if parts[name].value is None]:
        return Told(None, hidden[0])
    total = sum((parts[name].value or Decimal() for name in published.top), Decimal())
    if not published.of:
        return Told(total)
    whole = parts[published.of].value
    return Told(round(100 * total / whole, 1)) if whole else None


def _rows(published: Published, told: Mapping[AreaKey, Told], year: str, on: date) -> Iterable[list[Cell]]:
    unit = published.unit
    yield ["England", told[ENGLAND].words(unit), year]
    region = _region(on)
    if region and (ours := told.get((PublishedFigure.REGION, rules.area_key(region)))):
        yield [region, ours.words(unit), year]
    codes = settings.neighbours(on)
    known = [told[PublishedFigure.COUNCIL, code] for code in codes if (PublishedFigure.COUNCIL, code) in told]
    values = sorted(figure.value for figure in known if figure.value is not None)
    if values:
        of = f"{len(values)} of our {counted(len(codes), 'statistical neighbour')}"
        middle = rules.middle(values)
        assert middle is not None
        yield [f"Middle of {of}", f"{_plain(middle)}{unit}", year]
        yield [
            f"Lowest and highest of {of}",
            f"{_plain(values[0])}{unit} to {_plain(values[-1])}{unit}",
            year,
        ]


def _region(on: date) -> str:
    ours = council.la_code(on)
    known = english_authorities().get(ours) or made_up_authorities().get(ours)
    return known.region if known else ""


def _plain(value: Decimal) -> str:
    """22.600000 is 22.6, and 70 is not 7E+1."""
    return f"{value.normalize():f}"
