"""Signing in with the council's own OpenID Connect provider: to an account that is already there, never a new one.

The first time, the account is found by an address the provider vouches for, and the two are tied together by the
provider's own number for the person. From then on only that number counts: an address that the provider gives to
somebody else later opens nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from kittiwake.accounts import rules
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role

log = logging.getLogger(__name__)


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        return None  # pre_social_login does, by rules of ours

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        told = sociallogin.account.extra_data
        if not rules.is_one_person(told.get("userinfo") or {}, told.get("id_token") or {}):
            log.warning("Single sign-on refused: two answers about two people.")
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        if sociallogin.state.get("process") == "connect":
            raise ImmediateHttpResponse(redirect("accounts:overview"))
        if not sociallogin.is_existing and (user := known(sociallogin)):
            sociallogin.connect(request, user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **details: Any) -> None:
        log.warning(
            "Single sign-on failed: %s %s", details.get("error"), type(details.get("exception")).__name__
        )


def known(sociallogin: SocialLogin) -> User | None:
    """The account of the person who comes for the first time, if an administrator has made one."""
    account = sociallogin.account
    if account.provider != settings.OIDC_PROVIDER:
        return None
    claims = account.extra_data.get("userinfo") or account.extra_data.get("id_token") or {}
    address = rules.vouched_address(claims, settings.OIDC_EMAIL_DOMAINS)
    staff = User.objects.exclude(
        role__in=[*NOT_PEOPLE, Role.CHILD]
    )  # who is in no directory of the council's
    user = staff.filter(email=address).first() if address else None
    if user and SocialAccount.objects.filter(user=user, provider=account.provider).exists():
        log.warning("Single sign-on refused: the account of user %s is tied to another person.", user.pk)
        return None
    return user


def asked_for_two(sociallogin: SocialLogin | None) -> bool:
    """Whether somebody who came this way has shown the provider a second factor."""
    if sociallogin is None:
        return False
    id_token = sociallogin.account.extra_data.get("id_token") or {}
    return settings.OIDC_SECOND_FACTOR or rules.asked_for_two(id_token)


def may_leave_for_the_provider(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Around a page whose form leads to the provider: browsers count the redirect as part of sending the form."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        origins = provider_origins()
        return (csp_update({"form-action": origins})(view) if origins else view)(request, *args, **kwargs)

    return wrapped


def provider_origins() -> list[str]:
    if not settings.OIDC_ISSUER:
        return []
    issuer = urlsplit(settings.OIDC_ISSUER)
    return [f"{issuer.scheme}://{issuer.netloc}", *settings.OIDC_ORIGINS]
