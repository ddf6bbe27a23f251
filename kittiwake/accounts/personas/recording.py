"""The only module that writes personas, and signs in as one."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.http import HttpRequest

from kittiwake.accounts import second_factor
from kittiwake.accounts.models import User
from kittiwake.accounts.personas.models import Persona, Stop


def add_persona(user: User, *, title: str, story: str, order: int = 100, starts_at: str = "/") -> Persona:
    """Let visitors be this user. Safe to run again: what is said of them is replaced."""
    words = {"title": title, "story": story, "order": order, "starts_at": starts_at}
    persona, _ = Persona.objects.update_or_create(user=user, defaults=words)
    return persona


def add_stop(persona: Persona, *, order: int, title: str, see: str, mend: str, path: str) -> Stop:
    """One stop of the tour. Safe to run again: the stop at this place is replaced."""
    words = {"persona": persona, "title": title, "see": see, "mend": mend, "path": path}
    stop, _ = Stop.objects.update_or_create(order=order, defaults=words)
    return stop


def become(request: HttpRequest, persona: Persona) -> None:
    """Sign in as the persona, whoever was signed in before. No password, and no second proof asked for."""
    logout(request)
    get_adapter().login(request, persona.user)
    second_factor.prove(request)
    UserSession.objects.create_from_request(request)
