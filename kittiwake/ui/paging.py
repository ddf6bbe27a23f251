"""Long lists, a page at a time: by key (no counting, for worklists and chronologies) or by number (counted).

Both give a Page, which `ui/_pagination.html` draws, and both keep the rest of the address (filters) in the links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, QueryDict

Row = TypeVar("Row")
PAGE_SIZE = 50


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows of a list, and the addresses of the pages around them ("" when there is none).

    `first` and `total` are 0 when the list was not counted. `numbers` are (number, address, is this one), with
    (0, "", False) for a gap.
    """

    rows: Sequence[Row]
    previous: str = ""
    next: str = ""
    first: int = 0
    total: int = 0
    numbers: Sequence[tuple[int, str, bool]] = field(default=())

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def is_all(self) -> bool:
        return not (self.previous or self.next)

    @property
    def showing(self) -> str:
        """Showing 1 to 50 of 312; Showing all 12; nothing when it is a middle page of an uncounted list."""
        if not self.rows:
            return ""
        if self.is_all:
            return f"Showing all {len(self.rows):,}" if len(self.rows) > 1 else "Showing 1"
        last = self.first + len(self.rows) - 1
        return f"Showing {self.first:,} to {last:,} of {self.total:,}" if self.total else ""

    @property
    def pagination(self) -> dict[str, Any]:
        """Parameters of the pagination component."""
        around = {"previous": self.previous, "next": self.next}
        params: dict[str, Any] = {name: {"href": href} for name, href in around.items() if href}
        if self.numbers:
            params["items"] = [
                {"number": number, "href": href, "current": current} if number else {"ellipsis": True}
                for number, href, current in self.numbers
            ]
        return params


def by_number(request: HttpRequest, rows: QuerySet[Any] | Sequence[Row], size: int = PAGE_SIZE) -> Page[Row]:
    """?page=2 of a list that is counted. A page that does not exist gives the nearest that does."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    pages = max(1, -(-total // size))
    number = min(max(_whole_number(request.GET.get("page", "")) or 1, 1), pages)
    start = (number - 1) * size
    shown = list(rows[start : start + size])
    links = [
        (n, _address(request.GET, page=n), n == number) if n else (0, "", False) for n in _near(number, pages)
    ]
    return Page(
        rows=shown,
        previous=_address(request.GET, page=number - 1) if number > 1 else "",
        next=_address(request.GET, page=number + 1) if number < pages else "",
        first=start + 1,
        total=total,
        numbers=links if pages > 1 else (),
    )


def by_key(
    request: HttpRequest, queryset: QuerySet[Any], order: Sequence[str], size: int = PAGE_SIZE
) -> Page[Any]:
    """?after=<pk> or ?before=<pk> in the given order, which must end in the primary key: ("-happened_at", "-pk").

    The address holds only a key, never the value sorted by, which may be a child's name. The row it names is
    looked up in the same queryset, so one the viewer may not see (or that has left the list) means: from the start.
    """
    if order[-1].lstrip("-") != "pk":
        raise ValueError("Order by something unique last: 'pk' or '-pk'.")
    backwards = "before" in request.GET
    direction = [_turned(name) for name in order] if backwards else list(order)
    anchor = _anchor(queryset, request.GET.get("before" if backwards else "after", ""), order)
    if anchor is None:
        backwards, direction = False, list(order)
    else:
        queryset = queryset.filter(_beyond(direction, anchor))
    rows = list(queryset.order_by(*direction)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    return _key_page(
        request, rows, earlier=more if backwards else anchor is not None, later=more or backwards
    )


def _key_page(request: HttpRequest, rows: list[Any], *, earlier: bool, later: bool) -> Page[Any]:
    if not rows:
        return Page(rows, previous=_address(request.GET) if earlier else "")
    return Page(
        rows=rows,
        previous=_address(request.GET, before=rows[0].pk) if earlier else "",
        next=_address(request.GET, after=rows[-1].pk) if later else "",
    )


def _anchor(queryset: QuerySet[Any], key: str, order: Sequence[str]) -> tuple[Any, ...] | None:
    if not key:
        return None
    try:
        return queryset.order_by().filter(pk=key).values_list(*(name.lstrip("-") for name in order)).first()
    except (ValueError, TypeError, ValidationError):  # not a key at all
        return None


def _turned(name: str) -> str:
    return name[1:] if name.startswith("-") else f"-{name}"


def _beyond(order: Sequence[str], anchor: Sequence[Any]) -> Q:
    """Rows after the anchor: equal in the first columns and beyond it in the next. Empty values sort as
    PostgreSQL sorts them: last going up, first coming down."""
    beyond, equal = Q(), Q()
    for name, value in zip(order, anchor, strict=True):
        column, down = name.lstrip("-"), name.startswith("-")
        if value is None:
            step = Q(**{f"{column}__isnull": False}) if down else None
            same = Q(**{f"{column}__isnull": True})
        else:
            step = Q(**{f"{column}__lt": value}) if down else _greater_or_empty(column, value)
            same = Q(**{column: value})
        if step is not None:
            beyond |= equal & step
        equal &= same
    return beyond


def _greater_or_empty(column: str, value: Any) -> Q:
    greater = Q(**{f"{column}__gt": value})
    return greater if column == "pk" else greater | Q(**{f"{column}__isnull": True})


def _address(query: QueryDict, **place: object) -> str:
    """The same address with another place in the list."""
    kept = query.copy()
    for name in ("page", "after", "before"):
        kept.pop(name, None)
    for name, value in place.items():
        kept[name] = str(value)
    return "?" + kept.urlencode()


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _near(number: int, pages: int) -> list[int]:
    """1 … 4 5 6 … 9, with 0 for a gap."""
    wanted = sorted({1, pages, *(n for n in (number - 1, number, number + 1) if 1 <= n <= pages)})
    line: list[int] = []
    for n in wanted:
        if line and n - line[-1] == 2:
            line.append(n - 1)
        elif line and n - line[-1] > 2:
            line.append(0)
        line.append(n)
    return line
