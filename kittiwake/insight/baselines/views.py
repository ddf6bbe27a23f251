"""Setting a baseline, and taking one back."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.insight.baselines import recording
from kittiwake.insight.baselines.forms import BaselineForm, TakeBackForm
from kittiwake.insight.baselines.queries import rows_of
from kittiwake.insight.models import Baseline
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.time.moments import in_words

INTRO = (
    "Charts judge each month by the first year there is. After a lasting change in how the work is done, that year says little, "
    "and a new baseline begins. What was before stays as it is."
)


def set_baseline(request: ViewerRequest, key: str) -> HttpResponse:
    measure = _measure(key)
    form = BaselineForm(request.POST or None, initial={"version": len(rows_of(key))})

    def record() -> None:
        recording.set_baseline(key, **form.facts(), by=request.user, at=now())

    back = reverse("insight:measure", args=[key])
    context = {"title": "Set a new baseline", "caption": measure.title, "button": "Set it", "intro": INTRO}
    context |= {"back_url": back, "cancel_url": back}
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)


def take_back_baseline(request: ViewerRequest, pk: int) -> HttpResponse:
    baseline = get_object_or_404(Baseline, pk=pk)
    form = TakeBackForm(request.POST or None, initial={"version": len(rows_of(baseline.measure))})

    def record() -> None:
        recording.take_back(baseline, **form.facts(), by=request.user, at=now())

    back = reverse("insight:measure", args=[baseline.measure])
    context = {"title": "Take a baseline back", "caption": _measure(baseline.measure).title}
    context |= {"button": "Take it back", "back_url": back, "cancel_url": back}
    context |= {"intro": f"The baseline from {in_words(baseline.starts_on)}: {baseline.why}"}
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)


def _measure(key: str) -> Measure:
    if measure := catalogue.measures().get(key):
        return measure
    raise Http404
