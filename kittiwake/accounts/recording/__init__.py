"""The only module that writes accounts: who joins, changes role, leaves."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import F, QuerySet

from kittiwake.accounts import events, invitations, passwords, rules, telling
from kittiwake.accounts.models import User
from kittiwake.accounts.recording import checks
from kittiwake.accounts.roles import Role
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.outbox import channels
from kittiwake.outbox import recording as outbox
from kittiwake.time.moments import local_date

YOUR_OWN_ROLE = "Somebody else changes your own role: ask another system administrator."
NO_NEXT_ROLE: dict[str, Any] = {"next_role": "", "next_role_on": None}


@whole()
def add_user(
    *, email: str, name: str, role: str, by: User, at: datetime, expires_at: datetime | None = None
) -> User:
    """Somebody joins. They have no password yet: give them what `invite` makes, or single sign-on.

    Refuses an address that is or was somebody's, or is none, an unknown role, and an inspector or partner without a last
    day.
    """
    role = checks.known_role(role)
    checks.check_facts(email, name, role, expires_at, at)
    in_use = partial(checks.whose_address, email, at)
    with refused_by(accounts_user_email_key=in_use, user_email_once_whatever_case=in_use):
        user = User.objects.create_user(email.strip(), name.strip(), role, expires_at=expires_at)
    changes = {"role": (None, role.label), "expires_at": (None, expires_at)}
    history.write(events.USER_ADDED, user, by=by, at=at, changes=changes)
    return user


@whole()
def change_address(user: User, *, email: str, name: str, by: User, at: datetime) -> None:
    """They are called otherwise, or have another address at work. What they wrote stays theirs."""
    checks.refuse_system(user)
    checks.check_name(email, name)
    in_use = partial(checks.whose_address, email, at)
    email, name = email.strip().lower(), name.strip()
    if (email, name) == (user.email, user.name):
        raise Refused("This is their name and address already. Change one of them.", field="name")
    with refused_by(accounts_user_email_key=in_use, user_email_once_whatever_case=in_use):
        User.objects.filter(pk=user.pk).update(email=email, name=name)
    changes = {"name": (user.name, name), "email": (user.email, email)}
    history.write(events.ADDRESS_CHANGED, user, by=by, at=at, changes=changes)
    if email != user.email:
        outbox.add(telling.ADDRESS_CHANGED, user.pk, address=user.email, at=at)
    user.email, user.name = email, name


@whole()
def invite(user: User, *, by: User, at: datetime) -> str:
    """A link, as invitations.path_for, with which they choose a password. Links made before work no longer."""
    checks.refuse_system(user)
    checks.refuse_closed(user, at)
    _new_mark(user)
    end_sessions(user)
    history.write(events.USER_INVITED, user, by=by, at=at)
    outbox.drop(telling.INVITATION, user.pk, at=at)
    return invitations.path_for(user)


@whole()
def invite_by_mail(user: User, *, by: User, at: datetime) -> None:
    """As `invite`; the link is made as the mail goes, and nobody else sees it. Refuses where no mail is set up."""
    if not channels.is_set_up():
        raise Refused("Mail is not set up here. Make a link, and give it to them yourself.")
    invite(user, by=by, at=at)
    outbox.add(telling.INVITATION, user.pk, at=at)


def _new_mark(user: User) -> None:
    """What links and sessions are signed with is another from now on; a password there is stays."""
    user.refresh_from_db()  # a link is signed with their last sign-in too
    user.password = passwords.mark("" if user.has_usable_password() else None)
    User.objects.filter(pk=user.pk).update(password=user.password)


@whole()
def change_role(user: User, *, role: str, by: User, at: datetime, starts_on: date | None = None) -> None:
    """Somebody's work changes, today or from a day to come. Ends their sessions as it does: nothing stays open that the
    new role may not see.

    Refuses one's own role, the role they have, an unknown one, one that is for a time where the account has no last day,
    the only administrator's, and the account of Kittiwake itself.
    """
    role, was = checks.known_role(role), Role(user.role)
    checks.refuse_system(user)
    if user.pk == by.pk:
        raise NotYours(YOUR_OWN_ROLE)
    if role == was:
        raise Refused(f"{user.name} has this role already: {role.label}.", field="role")
    checks.check_last_day(role, user.expires_at, at)
    wrong = rules.wrong_first_day(starts_on, today=local_date(at))
    if wrong:
        raise Refused(wrong, field="starts_on")
    checks.refuse_last_administrator(user)
    is_later = starts_on is not None and starts_on > local_date(at)
    _set_role(user, was, role, starts_on if is_later else None)
    changes: history.Changes = {"role": (was.label, role.label)}
    if is_later:
        changes["starts_on"] = (None, starts_on)
    history.write(events.ROLE_CHANGED, user, by=by, at=at, changes=changes)


def _set_role(user: User, was: Role, role: Role, starts_on: date | None) -> None:
    facts: dict[str, Any] = (
        {"next_role": role, "next_role_on": starts_on} if starts_on else {"role": role, **NO_NEXT_ROLE}
    )
    if not User.objects.filter(pk=user.pk, role=was).update(**facts):
        raise Refused(f"Somebody else has just changed the role of {user.name}. Look again.")
    for name, value in facts.items():
        setattr(user, name, value)
    if not starts_on:
        end_sessions(user)


@whole()
def keep_role(user: User, *, by: User, at: datetime) -> None:
    """The change of role that was to come does not. Refuses where none is."""
    planned = Role(user.next_role).label if user.next_role else ""
    if not User.objects.filter(pk=user.pk).exclude(next_role="").update(**NO_NEXT_ROLE):
        raise Refused(f"No change of role is to come for {user.name}. Look again.")
    history.write(events.ROLE_KEPT, user, by=by, at=at, changes={"next_role": (planned, None)})


def begin_next_role(user: User, *, at: datetime) -> None:
    """As they sign in on its first day or later. What was planned is in history; whoever planned it is named there."""
    if user.is_role_over(at):
        _begin(User.objects.filter(pk=user.pk), at)
        user.refresh_from_db(fields=["role", "next_role", "next_role_on"])


@whole()
def begin_next_roles(at: datetime) -> None:
    """As a day begins: for all whose role is another from today."""
    _begin(User.objects.all(), at)


def _begin(users: QuerySet[User], at: datetime) -> None:
    due = users.filter(next_role_on__lte=local_date(at))
    due.update(role=F("next_role"), **NO_NEXT_ROLE)


@whole()
def end_user(user: User, *, by: User, at: datetime) -> None:
    """Somebody leaves. Their next click is refused; what they wrote stays theirs. Refuses one who has left, and the only
    administrator."""
    checks.refuse_system(user)
    checks.refuse_last_administrator(user)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False, **NO_NEXT_ROLE):
        raise Refused(
            f"The account of {user.name} is closed already. If they come back, open it again on their page."
        )
    user.is_active = False
    end_sessions(user)
    history.write(events.USER_ENDED, user, by=by, at=at, changes={"is_active": (True, False)})


@whole()
def end_user_on(user: User, *, ends_at: datetime, by: User, at: datetime) -> None:
    """They can sign in until then. An account that ends sooner already is left as it is."""
    if user.expires_at is not None and user.expires_at <= ends_at:
        return
    _set_end(user, ends_at, by=by, at=at)


@whole()
def change_end(user: User, *, ends_at: datetime | None, by: User, at: datetime) -> None:
    """They can sign in until then, sooner or later than was said before; without it for as long as they work here."""
    checks.refuse_system(user)
    if not user.is_active:
        raise Refused(f"The account of {user.name} is closed. Open it again first.")
    checks.check_last_day(Role(user.role), ends_at, at)
    if ends_at == user.expires_at:
        raise Refused(f"That is the last day of {user.name} already.", field="expires_at")
    _set_end(user, ends_at, by=by, at=at)


def _set_end(user: User, ends_at: datetime | None, *, by: User, at: datetime) -> None:
    if ends_at is not None:
        checks.refuse_last_administrator(user)
    User.objects.filter(pk=user.pk).update(expires_at=ends_at)
    history.write(events.USER_ENDS, user, by=by, at=at, changes={"expires_at": (user.expires_at, ends_at)})
    user.expires_at = ends_at


@whole()
def open_again(
    user: User,
    *,
    role: str,
    by: User,
    at: datetime,
    expires_at: datetime | None = None,
    keeps_single_sign_on: bool = False,
) -> None:
    """Somebody comes back. Of their old password, second factors and single sign-on nothing opens the account: it is as a
    new one, and `invite` makes their link.

    `keeps_single_sign_on` where the provider's own directory says that it is the same person.
    """
    role = checks.known_role(role)
    checks.refuse_system(user)
    checks.check_last_day(role, expires_at, at)
    if user.may_sign_in(at):
        raise Refused(f"The account of {user.name} is open already: look at it again.")
    Authenticator.objects.filter(user=user).delete()
    if not keeps_single_sign_on:
        SocialAccount.objects.filter(user=user).delete()
    end_sessions(user)
    was = Role(user.role)
    mark = passwords.mark(None)
    facts = {"is_active": True, "expires_at": expires_at, "role": role, "password": mark, **NO_NEXT_ROLE}
    User.objects.filter(pk=user.pk).update(**facts)
    changes = {"role": (was.label, role.label), "expires_at": (user.expires_at, expires_at)}
    history.write(events.USER_OPENED_AGAIN, user, by=by, at=at, changes=changes)


@whole()
def forget_factors(user: User, *, by: User, at: datetime) -> None:
    """Somebody has lost their phone: their second factors and single sign-on tie are removed, sessions ended.

    At their next sign-in they set up a new factor. Refuses when there is nothing to remove.
    """
    checks.refuse_system(user)
    factors, _ = Authenticator.objects.filter(user=user).delete()
    ties, _ = SocialAccount.objects.filter(user=user).delete()
    if not factors + ties:
        raise Refused(
            f"{user.name} has no second factor and no single sign-on. Ask them to sign in: they are led to set one up."
        )
    end_sessions(user)
    history.write(events.FACTORS_FORGOTTEN, user, by=by, at=at)


@whole()
def sign_out(user: User, *, by: User, at: datetime) -> None:
    """Everywhere, as where a phone is lost: they sign in again. Refuses where they are signed in nowhere."""
    checks.refuse_system(user)
    if not end_sessions(user):
        raise Refused(f"{user.name} is not signed in anywhere: look again.")
    history.write(events.SESSIONS_ENDED, user, by=by, at=at)


@whole()
def give_code(user: User, *, email: str, code: str, at: datetime) -> None:
    """Whoever has no address of their own signs in with this, and with nothing from before; sessions end."""
    checks.refuse_system(user)
    checks.refuse_closed(user, at)
    user.email = email
    user.set_password(code)
    user.save(update_fields=["email", "password"])
    end_sessions(user)


def end_sessions(user: User, *, but: str = "") -> int:
    """Sign somebody out everywhere, except in the session with the key `but`. Gives how many were ended."""
    theirs = UserSession.objects.filter(user=user).exclude(session_key=but)
    keys = list(theirs.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    theirs.filter(session_key__in=keys).delete()
    return len(keys)
