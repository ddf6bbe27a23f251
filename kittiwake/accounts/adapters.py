"""What we want of allauth: nobody signs up, leavers stay out, guessing is stopped, and words people understand."""

from __future__ import annotations

import logging
import time
from smtplib import SMTPException
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from kittiwake.accounts import lockout, recording, sealing, second_factor, single_sign_on
from kittiwake.accounts.addresses import client_address
from kittiwake.accounts.models import User

log = logging.getLogger(__name__)
TOO_MANY = "There have been too many tries. Wait 5 minutes, then try again"

WAYS = {
    "reauthenticate": "Use your password",
    "mfa_reauthenticate": "Use a code",
    "mfa_reauthenticate:webauthn": "Use a passkey",
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is not right. Check both and try again",
        "incorrect_password": "That is not your password. Try again",
        "enter_current_password": "That is not your present password. Try again",
        "invalid_password_reset": "This link has been used, or is more than a day old. Ask for a new one",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """Within this service only, whatever other hosts it answers to."""
        return bool(url) and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        if not lockout.may_try(request, credentials["email"]):
            log.warning("A password was not looked at: too many tries.")
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        user = super().authenticate(request, **credentials)
        if user:
            lockout.forgive(request, credentials["email"])
        return user

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.warning("Sign-in refused: wrong email address or password.")

    def reauthenticate(self, user: User, password: str) -> bool:
        known = self.authenticate(self.request, email=user.email, password=password)
        return known is not None and known.pk == user.pk

    def pre_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse | None:
        if not user.may_sign_in(timezone.now()):
            log.warning("Sign-in refused: the account of user %s is closed.", user.pk)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **details)

    def login(self, request: HttpRequest, user: User) -> None:
        recording.begin_next_role(user, at=timezone.now())
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        if single_sign_on.asked_for_two((details.get("signal_kwargs") or {}).get("sociallogin")):
            second_factor.prove(request)
        response = super().post_login(request, user, **details)
        lockout.mark_device(request, response, user)
        log.info("User %s signed in.", user.pk)
        return response

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        lockout.forgive(self.request, user.email)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:overview")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """What is told about must not fail because the telling did."""
        try:
            super().send_notification_mail(template_prefix, user, context, email or user.email)
        except (SMTPException, OSError):
            log.exception("User %s could not be told by mail: %s", user.pk, template_prefix)

    def is_reauthentication_required(self, *, app: str, **details: Any) -> bool:
        """Not of somebody who signed in just now. Who has nothing here to prove it with signs in again."""
        records = get_authentication_records(self.request, self.request.user)
        if records and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        if not self.get_reauthentication_methods(self.request.user):
            raise ImmediateHttpResponse(self.sign_in_again())
        return True

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        return [
            {**method, "description": WAYS[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]

    def sign_in_again(self) -> HttpResponse:
        self.logout(self.request)
        return redirect_to_login(self.request.get_full_path(), settings.LOGIN_URL)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That did not work. Codes change every 30 seconds: wait for a new one and try again",
        "cannot_delete_authenticator": "This is your only second proof. Add another before you remove it",
        "cannot_generate_recovery_codes": "Set up an app or a passkey first. Recovery codes stand in for those",
    }

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

    def generate_authenticator_name(self, user: User, kind: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=kind).count() + 1
        return "Passkey" if number == 1 else f"Passkey {number}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": settings.SERVICE_NAME}
