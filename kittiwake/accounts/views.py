"""A person's own account: what is known of it, how they prove who they are, and where they are signed in."""

from __future__ import annotations

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from kittiwake.accounts import recording, second_factor
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.accounts.sessions import places
from kittiwake.ui.dates import counted, long_moment

ABOUT_CHILDREN = "What you see here is about children."
WHY = {
    Role.ADMINISTRATOR: "You say who may sign in here, and so who sees what is written about children.",
    Role.LEAD_MEMBER: "What you see here is how the council’s work with children goes.",
}


class SignedIn(HttpRequest):
    """What reaches a view that asks for a permission."""

    user: User


@require_GET
@never_cache
def overview(request: SignedIn) -> HttpResponse:
    user = request.user
    factors = second_factor.factors(user)
    context = {
        "rows": facts(request),
        "passkeys": [factor for factor in factors if factor.type == Authenticator.Type.WEBAUTHN],
        "has_app": any(factor.type == Authenticator.Type.TOTP for factor in factors),
        "has_factors": bool(factors),
        "is_required": second_factor.is_required(user),
        "is_persona": settings.DEMO and not user.has_usable_password(),
    }
    return render(request, "accounts/overview.html", context)


def facts(request: SignedIn) -> list[dict[str, str]]:
    user = request.user
    rows = [
        {"key": "Name", "value": user.name},
        {"key": "Email address", "value": user.email},
        {"key": "Role", "value": Role(user.role).label},
    ]
    if user.expires_at:
        rows.append({"key": "Account ends", "value": long_moment(user.expires_at)})
    if user.has_usable_password():
        rows.append({"key": "Password", "value": "Set", "href": reverse("account_change_password")})
    return rows


@never_cache
def sessions(request: SignedIn) -> HttpResponse:
    here = request.session.session_key or ""
    if request.method == "POST":
        ended = recording.end_sessions(request.user, but=here)
        messages.success(request, f"You have been signed out of {counted(ended, 'other place')}.")
        return redirect("accounts:sessions")
    open_places = places(request.user, here=here, at=timezone.now())
    return render(
        request, "accounts/sessions.html", {"places": open_places, "has_others": len(open_places) > 1}
    )


@require_GET
@never_cache
def choose_factor(request: SignedIn) -> HttpResponse:
    role = Role(request.user.role)
    context = {"is_first": not second_factor.factors(request.user), "why": WHY.get(role, ABOUT_CHILDREN)}
    return render(request, "accounts/second_factor.html", context)


@require_GET
@never_cache
def qr_code(request: SignedIn) -> HttpResponse:
    """The picture an authenticator app reads. A file of its own, since our content security policy allows no other.

    It shows the secret that the page around it has just put in the session, and nothing when there is none.
    """
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    adapter = get_adapter()
    drawing = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(drawing, content_type="image/svg+xml")
