"""People to sign in as, and how."""

from __future__ import annotations

import re
import time

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.conf import settings
from django.test import Client
from django.urls import reverse

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role

PASSWORD = "heron lantern gravel"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_user(name: str = "Robin Marsh", role: Role = Role.SOCIAL_WORKER, **more: object) -> User:
    return User.objects.create_user(address_of(name), name, role, **{"password": PASSWORD, **more})


def address_of(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@saltmere.example"


def sign_in(client: Client, user: User | str, password: str = PASSWORD, **more: object):
    email = user if isinstance(user, str) else user.email
    return client.post(reverse("account_login"), {"login": email, "password": password}, **more)


def signed_in(user: User) -> Client:
    client = Client()
    assert sign_in(client, user).status_code == 302
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def code_at(moment: float, secret: str = SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(moment) // 30))


def code_now(secret: str = SECRET) -> str:
    return code_at(time.time(), secret)


def give_app(user: User, secret: str = SECRET) -> None:
    TOTP.activate(user, secret)


def same_but_tokens(html: bytes) -> str:
    """A page without what is random in every answer."""
    return re.sub(r'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]+"', "", html.decode())


def to_sign_in(path: str = "/") -> str:
    return f"{settings.LOGIN_URL}?next={path}"
