"""Every page of the service, area by area."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

handler403 = "kittiwake.ui.errors.forbidden"
handler404 = "kittiwake.ui.errors.not_found"
handler500 = "kittiwake.ui.errors.failed"

urlpatterns = [
    path("", include("kittiwake.desk.urls")),
    path("", include("kittiwake.practice.duties.urls")),
    path("", include("kittiwake.practice.missing.urls")),
    path("", include("kittiwake.practice.risk.urls")),
    path("", include("kittiwake.practice.meetings.urls")),
    path("", include("kittiwake.practice.disruption.urls")),
    path("", include("kittiwake.practice.plans.urls")),
    path("", include("kittiwake.practice.placements.urls")),
    path("", include("kittiwake.practice.direct_work.urls")),
    path("", include("kittiwake.practice.transitions.urls")),
    path("", include("kittiwake.practice.replies.urls")),
    path("", include("kittiwake.primitives.oversight.urls")),
    path("", include("kittiwake.primitives.actions.urls")),
    path("", include("kittiwake.practice.return_interviews.urls")),
    path("", include("kittiwake.primitives.claims.urls")),
    path("", include("kittiwake.assurance.workforce.urls")),
    path("", include("kittiwake.assurance.allocation.urls")),
    path("", include("kittiwake.assurance.supervision.urls")),
    path("", include("kittiwake.assurance.audits.urls")),
    path("", include("kittiwake.primitives.drafts.urls")),
    path("", include("kittiwake.exchange.urls")),
    path("", include("kittiwake.access.urls")),
    path("", include("kittiwake.insight.urls")),
    path("account/", include("kittiwake.accounts.urls")),
]
if settings.DEMO:
    urlpatterns += [
        path("personas/", include("kittiwake.accounts.personas.urls")),
        path("gallery/", include("kittiwake.ui.urls")),
    ]
