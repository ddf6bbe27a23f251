"""What this service keeps of the users and groups of RFC 7643, and how they stand in its tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, ClassVar

from scim2_models import (
    URN,
    AuthenticationScheme,
    Bulk,
    ChangePassword,
    ComplexAttribute,
    Email,
    ETag,
    Filter,
    Group,
    GroupMember,
    GroupMembership,
    Meta,
    Mutability,
    Patch,
    Reference,
    Required,
    Resource,
    ScimPolicy,
    ServiceProviderConfig,
    Sort,
    Uniqueness,
)

from kittiwake.council.directory.models import DirectoryGroup, DirectoryPerson
from kittiwake.council.directory.recording.groups import Members
from kittiwake.council.directory.recording.people import PersonFacts
from kittiwake.history.refusal import Refused

Address = Callable[[str], str]  # "Users/1" as the directory reaches it

MOST = 200  # on one page of a list
# What Entra, Okta and others send beyond the standard: taken where its meaning is plain, left out where it is not ours.
POLICY = ScimPolicy(
    unknown=ScimPolicy.Unknown.ignore,
    remove_value_as_filter=ScimPolicy.RemoveValue.apply,
    unmatched_path_filter=ScimPolicy.UnmatchedPathFilter.create,
)
CONFIG = ServiceProviderConfig(
    patch=Patch(supported=True),
    bulk=Bulk(supported=False, max_operations=0, max_payload_size=0),
    filter=Filter(supported=True, max_results=MOST),
    change_password=ChangePassword(supported=False),
    sort=Sort(supported=True),
    etag=ETag(supported=False),
    authentication_schemes=[
        AuthenticationScheme(
            type=AuthenticationScheme.Type.oauthbearertoken,
            name="A token",
            description="Made by a system administrator on the page of the directory; sent as a bearer token.",
            primary=True,
        )
    ],
)


class PersonName(ComplexAttribute):
    formatted: str | None = None
    family_name: str | None = None
    given_name: str | None = None


class User(Resource[Any]):
    """The standard's, without what a service about children has no use for."""

    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:User")

    user_name: Annotated[str | None, Uniqueness.server, Required.true] = None
    name: PersonName | None = None
    Name: ClassVar[type[ComplexAttribute]] = PersonName
    display_name: str | None = None
    active: bool | None = None
    emails: list[Email] | None = None
    Emails: ClassVar[type[ComplexAttribute]] = Email
    groups: Annotated[list[GroupMembership] | None, Mutability.read_only] = None
    Groups: ClassVar[type[ComplexAttribute]] = GroupMembership


def user_of(person: DirectoryPerson, address: Address) -> User:
    name = {"formatted": person.formatted, "family_name": person.family_name, "given_name": person.given_name}
    said = {part: text for part, text in name.items() if text}
    groups = [member.group for member in person.memberships.all() if member.group.gone_at is None]
    return User(
        id=str(person.pk),
        external_id=person.external_id or None,
        meta=_meta("User", person, address(f"Users/{person.pk}")),
        user_name=person.user_name,
        name=PersonName(**said) if said else None,
        display_name=person.display_name or None,
        active=person.is_active,
        emails=[Email.model_validate(email) for email in person.emails] or None,
        groups=[_membership(group, address) for group in groups] or None,
    )


def _membership(group: DirectoryGroup, address: Address) -> GroupMembership:
    reference: Reference[Any] = Reference(address(f"Groups/{group.pk}"))
    return GroupMembership(value=str(group.pk), display=group.name, type="direct", ref=reference)


def _meta(kind: str, row: DirectoryPerson | DirectoryGroup, location: str) -> Meta:
    place: Reference[Any] = Reference(location)
    return Meta(resource_type=kind, created=row.made_at, last_modified=row.changed_at, location=place)


def facts_of(user: User, *, was_active: bool = True) -> PersonFacts:
    name = user.name or PersonName()
    emails = [email.model_dump() for email in user.emails or []]
    return {
        "user_name": (user.user_name or "").strip(),
        "external_id": user.external_id or "",
        "display_name": user.display_name or "",
        "formatted": name.formatted or "",
        "given_name": name.given_name or "",
        "family_name": name.family_name or "",
        "emails": emails,
        "is_active": was_active if user.active is None else user.active,
    }


def group_of(group: DirectoryGroup, address: Address) -> Group:
    return Group(
        id=str(group.pk),
        external_id=group.external_id or None,
        meta=_meta("Group", group, address(f"Groups/{group.pk}")),
        display_name=group.name,
        members=[
            GroupMember(
                value=str(member.person_id),
                display=member.display or None,
                type="User",
                ref=Reference(address(f"Users/{member.person_id}")),
            )
            for member in group.members.all()
        ]
        or None,
    )


def members_of(group: Group) -> Members:
    try:
        return {int(member.value or ""): member.display or "" for member in group.members or []}
    except ValueError:
        raise Refused("Somebody in this group is not known here. Add them first.", field="members") from None
