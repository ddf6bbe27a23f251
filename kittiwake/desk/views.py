"""What there is no room for in the bar."""

from __future__ import annotations

from django.http import HttpResponse

from kittiwake.access.viewer import ViewerRequest
from kittiwake.desk import navigation
from kittiwake.ui.pages import page


def more(request: ViewerRequest) -> HttpResponse:
    return page(request, "desk/more.html", {"groups": navigation.more(request.viewer)})
