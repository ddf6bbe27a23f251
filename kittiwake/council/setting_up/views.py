"""The page of what is still missing."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.access.viewer import ViewerRequest
from kittiwake.council.setting_up.showing import SettingUpPage
from kittiwake.time.moments import local_date
from kittiwake.ui.pages import page


def missing(request: ViewerRequest) -> HttpResponse:
    return page(request, "setting_up/missing.html", {"shown": SettingUpPage(local_date(now()))})
