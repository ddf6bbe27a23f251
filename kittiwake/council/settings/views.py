"""Pages of settings: where each is changed, and what the council says of itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.answering import carry_out
from kittiwake.access.viewer import ViewerRequest
from kittiwake.council.settings import queries, recording
from kittiwake.council.settings.details import COLOUR, Detail, details
from kittiwake.council.settings.forms import DetailForm
from kittiwake.council.settings.rules import LINE, TINT, mixed_with_white
from kittiwake.council.settings.showing import DetailPage, DetailsPage, SettingsPage
from kittiwake.time.moments import local_date
from kittiwake.ui.keeping import may_be_kept
from kittiwake.ui.pages import page


def settings(request: ViewerRequest) -> HttpResponse:
    return page(request, "settings/settings.html", {"shown": SettingsPage(request.viewer)})


def council(request: ViewerRequest) -> HttpResponse:
    return page(request, "settings/council.html", {"shown": DetailsPage(local_date(now()))})


def detail(request: ViewerRequest, slug: str) -> HttpResponse:
    shown = DetailPage(_detail(slug), local_date(now()))
    return page(request, "settings/detail.html", {"shown": shown})


def set_detail(request: ViewerRequest, slug: str) -> HttpResponse:
    changing, today = _detail(slug), local_date(now())
    version = len(queries.changes().get(changing.key, ()))
    initial = {"version": version, "value": queries.value_on(changing, today), "effective_from": today}
    form = DetailForm(request.POST or None, detail=changing, initial=initial)

    def record() -> None:
        recording.set_detail(changing, **form.facts(), by=request.user, at=now())

    back = reverse("settings:detail", args=[slug])
    context = {"title": f"Change: {changing.title}", "button": "Save", "back_url": back, "cancel_url": back}
    return carry_out(request, form, record, "ui/form_page.html", context, then=back)


def colours(request: HttpRequest) -> HttpResponse:
    """A style sheet, because what stands in a page itself is not let through to the browser's styles (see _council.scss)."""
    colour = queries.value_on(COLOUR, local_date(now()))
    names = (
        {"colour": colour, "tint": mixed_with_white(colour, TINT), "line": mixed_with_white(colour, LINE)}
        if colour
        else {}
    )
    words = "".join(f"  --kw-council-{name}: {value};\n" for name, value in names.items())
    words = f":root {{\n{words}}}\n"
    return may_be_kept(HttpResponse(words, content_type="text/css; charset=utf-8"))


def _detail(slug: str) -> Detail:
    if detail := details().get(slug.replace("-", "_")):
        return detail
    raise Http404
