"""The only module that writes accounts: who joins, changes role, leaves."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kittiwake.accounts import events
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole

# Who comes from outside comes for a time.
FOR_A_TIME = {Role.INSPECTOR, Role.PARTNER}


@whole()
def add_user(
    *, email: str, name: str, role: str, by: User, at: datetime, expires_at: datetime | None = None
) -> User:
    """Somebody joins. They have no password yet: give them `invitations.path_for(user)`, or single sign-on.

    Refuses an address that is in use or is none, an unknown role, and an inspector or partner without a last day.
    """
    role = _known_role(role)
    _check(email, name, role, expires_at, at)
    in_use = Refused("There is already an account with this email address.", field="email")
    with refused_by(accounts_user_email_key=in_use, user_email_once_whatever_case=in_use):
        user = User.objects.create_user(email.strip(), name.strip(), role, expires_at=expires_at)
    changes = {"role": (None, role.label), "expires_at": (None, expires_at)}
    history.write(events.USER_ADDED, user, by=by, at=at, changes=changes)
    return user


@whole()
def change_role(user: User, *, role: str, by: User, at: datetime) -> None:
    """Somebody's work changes. Ends their sessions: nothing stays open that the new role may not see.

    Refuses the role they have, an unknown one, one that is for a time where the account has no last day, and the
    account of Kittiwake itself.
    """
    role, was = _known_role(role), Role(user.role)
    _refuse_system(user)
    if role == was:
        raise Refused(f"{user.name} has this role already: {role.label}.", field="role")
    _check_last_day(role, user.expires_at, at)
    if not User.objects.filter(pk=user.pk, role=was).update(role=role):
        raise Refused(f"Somebody else has just changed the role of {user.name}. Look again.")
    user.role = role
    end_sessions(user)
    history.write(events.ROLE_CHANGED, user, by=by, at=at, changes={"role": (was.label, role.label)})


@whole()
def end_user(user: User, *, by: User, at: datetime) -> None:
    """Somebody leaves. Their next click is refused; what they wrote stays theirs. Refuses one who has left."""
    _refuse_system(user)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        raise Refused(
            f"The account of {user.name} is closed already. Add an account for somebody who comes back."
        )
    user.is_active = False
    end_sessions(user)
    history.write(events.USER_ENDED, user, by=by, at=at, changes={"is_active": (True, False)})


@whole()
def end_user_on(user: User, *, ends_at: datetime, by: User, at: datetime) -> None:
    """They can sign in until then. An account that ends sooner already is left as it is."""
    if user.expires_at is not None and user.expires_at <= ends_at:
        return
    User.objects.filter(pk=user.pk).update(expires_at=ends_at)
    history.write(events.USER_ENDS, user, by=by, at=at, changes={"expires_at": (user.expires_at, ends_at)})


@whole()
def forget_factors(user: User, *, by: User, at: datetime) -> None:
    """Somebody has lost their phone: their second factors and single sign-on tie are removed, sessions ended.

    At their next sign-in they set up a new factor. Refuses when there is nothing to remove.
    """
    _refuse_system(user)
    factors, _ = Authenticator.objects.filter(user=user).delete()
    ties, _ = SocialAccount.objects.filter(user=user).delete()
    if not factors + ties:
        raise Refused(
            f"{user.name} has no second factor and no single sign-on. Ask them to sign in: they are led to set one up."
        )
    end_sessions(user)
    history.write(events.FACTORS_FORGOTTEN, user, by=by, at=at)


def end_sessions(user: User, *, but: str = "") -> int:
    """Sign somebody out everywhere, except in the session with the key `but`. Gives how many were ended."""
    theirs = UserSession.objects.filter(user=user).exclude(session_key=but)
    keys = list(theirs.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    theirs.filter(session_key__in=keys).delete()
    return len(keys)


def _check(email: str, name: str, role: Role, expires_at: datetime | None, at: datetime) -> None:
    try:
        validate_email(email.strip())
    except ValidationError:
        raise Refused(f"{email} is not an email address, like name@example.com.", field="email") from None
    if not name.strip():
        raise Refused("Enter the person's name.", field="name")
    _check_last_day(role, expires_at, at)


def _check_last_day(role: Role, expires_at: datetime | None, at: datetime) -> None:
    if role in FOR_A_TIME and expires_at is None:
        raise Refused(f"{role.label}: say until when the account is needed.", field="expires_at")
    if expires_at is not None and expires_at <= at:
        raise Refused("The last day of the account must be in the future.", field="expires_at")


def _known_role(role: str) -> Role:
    if role not in Role.values or role == Role.SYSTEM:
        known = ", ".join(value for value in Role.values if value != Role.SYSTEM)
        raise Refused(f"There is no role {role}. Roles are: {known}.", field="role")
    return Role(role)


def _refuse_system(user: User) -> None:
    if user.is_system:
        raise Refused(
            "This account is Kittiwake itself. It has no password and cannot be changed. Choose another."
        )
