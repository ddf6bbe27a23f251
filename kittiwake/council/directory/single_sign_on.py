"""What comes of a sign-in by single sign-on: the account is tied to the provider's person, and their groups are known anew."""

from __future__ import annotations

import logging

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.timezone import now

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User
from kittiwake.accounts.single_sign_on import SingleSignOnAdapter
from kittiwake.council.directory import queries, rules
from kittiwake.council.directory.models import DirectoryPerson
from kittiwake.council.directory.recording import people, roles

log = logging.getLogger(__name__)


class DirectoryAdapter(SingleSignOnAdapter):
    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        was_tied = sociallogin.is_existing
        if was_tied and is_another(sociallogin):
            log.warning("Single sign-on refused: the same number, of another provider.")
            raise ImmediateHttpResponse(redirect("socialaccount_login_error"))
        super().pre_social_login(request, sociallogin)
        if sociallogin.is_existing:
            known_anew(sociallogin)


def issuer_of(sociallogin: SocialLogin) -> str:
    id_token = sociallogin.account.extra_data.get("id_token") or {}
    return str(id_token.get("iss") or settings.OIDC_ISSUER)


def is_another(sociallogin: SocialLogin) -> bool:
    """A number is one person's at one provider only: a council may come to have another."""
    person = DirectoryPerson.objects.filter(user=sociallogin.user).first()
    return person is not None and person.issuer not in ("", issuer_of(sociallogin))


def known_anew(sociallogin: SocialLogin) -> None:
    """Before they are signed in: with the role they have now, or not at all."""
    user, at = sociallogin.user, now()
    directory = User.objects.directory()
    told = sociallogin.account.extra_data
    with acting_as(directory):
        person = people.tie(
            user, issuer=issuer_of(sociallogin), subject=sociallogin.account.uid, by=directory, at=at
        )
        named = rules.groups_said(told.get("userinfo") or {}, told.get("id_token") or {})
        if named is not None and not queries.keeps_groups():
            roles.take_groups(person, named, by=directory, at=at)
    user.refresh_from_db()
