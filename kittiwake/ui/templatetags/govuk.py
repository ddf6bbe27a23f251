"""Components, forms and dates for Django templates. The settings make these tags and filters builtins.

    {% govuk "summary-list" rows=rows %}
    {% govuk "input" id="name" name="name" label__text="Full name" label__classes="govuk-label--m" %}

Two underscores reach inside a parameter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import uuid4

from django import template
from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.forms import BaseForm
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kittiwake.time.moments import Moment
from kittiwake.ui import bound, dates, forms
from kittiwake.ui import govuk as components
from kittiwake.ui.components import Status, TextLink
from kittiwake.ui.council import Council, known_without_asking
from kittiwake.ui.giving_back import MARK
from kittiwake.ui.paging import Page

register = template.Library()

TAG_COLOURS = ("grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow")


@register.simple_tag
def govuk(component: str, /, **params: Any) -> SafeString:
    return components.render_mapping(component, nested(params))


def nested(params: dict[str, Any]) -> dict[str, Any]:
    """{"label__text": "Name"} as {"label": {"text": "Name"}}"""
    grown: dict[str, Any] = {}
    for path, value in params.items():
        *branches, leaf = path.split("__")
        place = grown
        for branch in branches:
            place = place.setdefault(branch, {})
        place[leaf] = value
    return grown


@register.simple_block_tag
def details(content: str, summary: str, **params: Any) -> SafeString:
    """{% details "What counts as missing" %}<p>…</p>{% enddetails %}"""
    return components.render("details", summaryText=summary, html=mark_safe(content), **params)


@register.simple_block_tag
def inset(content: str) -> SafeString:
    return components.render("inset-text", html=mark_safe(content))


@register.simple_block_tag
def warning(content: str) -> SafeString:
    """The warning's own icon says "Warning" to screen readers."""
    return components.render("warning-text", html=mark_safe(content.strip()), iconFallbackText="Warning")


@register.simple_tag
def tag(text: str, colour: str = "blue") -> SafeString:
    """{% tag "Overdue" "red" %}. Colour never says anything that the words do not."""
    if colour not in TAG_COLOURS:
        raise ValueError(f"Tags are {', '.join(TAG_COLOURS)}; not {colour!r}.")
    return _tag(str(text), colour)


@lru_cache(500)
def _tag(text: str, colour: str) -> SafeString:
    """Kept: a list has one a row, and all of them say one of a few things."""
    return components.render("tag", text=text, classes="" if colour == "blue" else f"govuk-tag--{colour}")


@register.simple_tag
def field(question: BoundField) -> SafeString:
    """One question of any Django form."""
    return bound.field_html(question)


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """All the questions of any Django form."""
    return forms.form_html(form)


@register.simple_tag
def error_summary(form: BaseForm | None) -> SafeString:
    """The error summary of the page's form; nothing when it has no errors, or the page has no form."""
    return forms.error_summary(form) if form else mark_safe("")


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """The one-time token, by which the same page sent twice is recorded once; and whose form it is."""
    token = format_html('<input type="hidden" name="once" value="{}">', uuid4())
    mark = getattr(context.get("request"), "mark_of_form", None)
    return token + format_html('<input type="hidden" name="{}" value="{}">', MARK, mark()) if mark else token


@register.simple_tag
def plural(number: int, singular: str, plural: str = "") -> str:
    """{% plural n "child" "children" %}: 1 child, 2 children"""
    return dates.counted(number, singular, plural)


@register.simple_tag(takes_context=True)
def organisation(context: template.Context) -> Council:
    """Whose service it is. A tag, for pages drawn without a request: the one saying the service is broken."""
    council: Council | None = context.get("council")
    return council or known_without_asking()


@register.simple_tag
def service() -> str:
    return settings.SERVICE_NAME


@register.simple_tag
def pagination(rows_page: Page[Any]) -> SafeString:
    return components.render_mapping("pagination", rows_page.pagination)


@register.filter
def beside(row: Sequence[Any], columns: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """A table's row with the column each cell stands in."""
    return zip(row, columns, strict=True)


@register.simple_tag
def cell(value: Any) -> Any:
    """A table's cell: text, a TextLink, a Status, or {text, href}, or {tag: {text, colour}}. In Python, since a list has
    hundreds."""
    if isinstance(value, TextLink):
        return format_html('<a class="govuk-link" href="{}">{}</a>', value.href, value.text)
    if isinstance(value, Status):
        return tag(value.text, value.colour) if value.colour else value.text
    if not isinstance(value, Mapping):
        return "" if value is None else value
    if colours := value.get("tag"):
        return tag(**colours)
    if href := value.get("href"):
        return format_html('<a class="govuk-link" href="{}">{}</a>', href, value["text"])
    return value["text"]


@register.filter
def long_date(value: date | None) -> str:
    return dates.long_date(value) if value else ""


@register.filter
def short_date(value: date | None) -> str:
    return dates.short_date(value) if value else ""


@register.filter
def weekday_date(value: date | None) -> str:
    return dates.weekday_date(value) if value else ""


@register.filter
def clock_time(value: datetime | None) -> str:
    return "" if value is None else dates.clock_time(value)


@register.filter
def long_moment(value: datetime | Moment | None) -> str:
    return dates.long_moment(value) if value else ""


@register.filter
def short_moment(value: datetime | Moment | None) -> str:
    return dates.short_moment(value) if value else ""


@register.filter
def weekday_moment(value: datetime | Moment | None) -> str:
    return dates.weekday_moment(value) if value else ""


@register.filter
def relative(value: date | datetime | Moment | None) -> str:
    return dates.relative(value, timezone.now()) if value else ""


@register.filter
def due(value: datetime | None) -> str:
    """Within a sentence: due Tuesday 3 March 2026 at 6:10am, in 5 hours"""
    return dates.due(value, timezone.now()) if value else ""


@register.filter
def duration(value: timedelta | None) -> str:
    return "" if value is None else dates.duration(value)
