"""Pages of what is still missing."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.council.setting_up import recording
from kittiwake.council.setting_up.forms import AnswerForm
from kittiwake.council.setting_up.showing import SettingUpPage, answers, steps
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def missing(request: ViewerRequest) -> HttpResponse:
    return page(request, "setting_up/missing.html", {"shown": SettingUpPage(local_date(now()))})


def answer(request: ViewerRequest, key: str) -> HttpResponse:
    step = next((step for step in steps() if step.key == key), None)
    if step is None:
        raise Http404
    given = answers().get(key)
    form = AnswerForm(request.POST or None, initial={"version": given.number if given else 0})
    is_done = not (given and given.is_done)

    def record() -> None:
        recording.answer(step, is_done=is_done, **form.facts(), by=request.user, at=now())

    back = reverse("setting_up:missing")
    title = "It is done, or we do without" if is_done else "Take it back: it is missing"
    context = {"title": title, "caption": step.title, "button": "Save", "back_url": back, "cancel_url": back}
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)
