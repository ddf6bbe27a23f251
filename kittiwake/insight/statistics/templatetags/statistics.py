"""What is published beside a measure: one line in its page."""

from __future__ import annotations

from django import template
from django.utils.timezone import now

from kittiwake.insight.statistics.beside import Beside, beside
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import local_date

register = template.Library()


@register.inclusion_tag("insight/statistics/_beside.html")
def published_beside(measure: Measure) -> dict[str, Beside | None]:
    return {"published": beside(measure.key, local_date(now()))}
