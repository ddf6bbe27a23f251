"""What is refused before anything is written of an account, and who has to stay."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kittiwake.accounts import rules
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE, Role
from kittiwake.history.refusal import Refused

# Who comes from outside comes for a time.
FOR_A_TIME = {Role.INSPECTOR, Role.PARTNER}


def check_facts(email: str, name: str, role: Role, expires_at: datetime | None, at: datetime) -> None:
    check_name(email, name)
    check_last_day(role, expires_at, at)


def check_name(email: str, name: str) -> None:
    try:
        validate_email(email.strip())
    except ValidationError:
        raise Refused(f"{email} is not an email address, like name@example.com.", field="email") from None
    if not name.strip():
        raise Refused("Enter the person's name.", field="name")


def check_last_day(role: Role, expires_at: datetime | None, at: datetime) -> None:
    if role in FOR_A_TIME and expires_at is None:
        raise Refused(f"{role.label}: say until when the account is needed.", field="expires_at")
    if expires_at is not None and expires_at <= at:
        raise Refused("The last day of the account must be in the future.", field="expires_at")
    if expires_at is not None and expires_at > at + rules.LONGEST_ACCOUNT:
        raise Refused("The last day of the account must be within ten years from now.", field="expires_at")


def known_role(role: str) -> Role:
    if role not in Role.values or role in NOT_PEOPLE:
        known = ", ".join(value for value in Role.values if value not in NOT_PEOPLE)
        raise Refused(f"There is no role {role}. Roles are: {known}.", field="role")
    return Role(role)


def refuse_closed(user: User, at: datetime) -> None:
    if not user.may_sign_in(at):
        raise Refused(f"The account of {user.name} is closed. Open it again first.")


def is_last_administrator(user: User) -> bool:
    """Whether nobody else stays who can let people in: who has signed in, and whose end or other role is not to come.

    Two who go at the same moment wait for each other here, and the second finds what the first has left.
    """
    if user.role != Role.ADMINISTRATOR:
        return False
    administrators = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).select_for_update()
    return not any(_stays(other) for other in administrators.order_by("pk") if other.pk != user.pk)


def refuse_last_administrator(user: User) -> None:
    if is_last_administrator(user):
        raise Refused(
            f"{user.name} is the only system administrator who stays. Add another and let them sign in once, then do this: "
            "otherwise nobody could let anybody in."
        )


def _stays(user: User) -> bool:
    return user.last_login is not None and user.expires_at is None and not user.next_role


def refuse_system(user: User) -> None:
    if not user.is_somebody:
        raise Refused(
            f"This account is {user.name} itself. It has no password and cannot be changed. Choose another."
        )


def whose_address(email: str, at: datetime) -> Refused:
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None or user.may_sign_in(at):
        return Refused("There is already an account with this email address.", field="email")
    return Refused(
        f"This address belongs to {user.name}, whose account is closed. If {user.name} has come back, open that account "
        "again. An address is never given to somebody else: what was written under it would look like theirs.",
        field="email",
    )
