"""What each address answers. Everything it changes goes through `recording`, as the directory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from pydantic import ValidationError
from scim2_models import (
    ConflictException,
    Context,
    Error,
    Group,
    InvalidValueException,
    ListResponse,
    NotFoundException,
    PatchOp,
    PayloadTooLargeException,
    Resource,
    ResourceType,
    ResponseParameters,
    Schema,
    SCIMException,
    SearchRequest,
    UniquenessException,
)

from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import User as Account
from kittiwake.council.directory import queries
from kittiwake.council.directory.models import DirectoryGroup, DirectoryPerson, DirectoryToken
from kittiwake.council.directory.recording import groups as of_groups
from kittiwake.council.directory.recording import people, tokens
from kittiwake.council.directory.scim import finding
from kittiwake.council.directory.scim.resources import (
    CONFIG,
    MOST,
    POLICY,
    User,
    facts_of,
    group_of,
    members_of,
    user_of,
)
from kittiwake.council.directory.scim.views import CONTENT
from kittiwake.history.refusal import Refused

NOTHING = 204
TYPES = [ResourceType.from_resource(User), ResourceType.from_resource(Group)]
SCHEMAS = [User.to_schema(), Group.to_schema()]
AS_READ, AS_MADE = Context.RESOURCE_QUERY_RESPONSE, Context.RESOURCE_CREATION_RESPONSE
AS_REPLACED, AS_PATCHED = Context.RESOURCE_REPLACEMENT_RESPONSE, Context.RESOURCE_PATCH_RESPONSE


class MethodNotAllowed(SCIMException):
    status = 405
    _default_detail = "This is not done here. Ask ServiceProviderConfig what is."


@dataclass(frozen=True)
class Asked:
    request: HttpRequest
    by: Account
    at: datetime

    @property
    def method(self) -> str:
        return "GET" if self.request.method == "HEAD" else str(self.request.method)

    def address(self, place: str) -> str:
        return self.request.build_absolute_uri(reverse("directory:users").removesuffix("Users") + place)

    def read(self, model: type[Any], context: Context) -> Any:
        return model.model_validate_json(self.request.body, scim_ctx=context)


def answered(
    request: HttpRequest, asked: str, *, token: DirectoryToken, by: Account, at: datetime, **named: Any
) -> HttpResponse:
    """All that is asked is one transaction, as the directory: what is refused leaves nothing behind."""
    try:
        with POLICY, acting_as(by):
            tokens.use_token(token, at=at)
            return ANSWERS[asked](Asked(request, by, at), **named)
    except SCIMException as refused:
        return _error(refused.to_error())
    except Refused as refused:
        return _error(_why(refused).to_error())
    except ValidationError as wrong:
        return _error(Error.from_validation_errors(wrong)[0])
    except RequestDataTooBig:
        return _error(PayloadTooLargeException().to_error())


def _why(refused: Refused) -> SCIMException:
    kind = {"user_name": UniquenessException, "members": InvalidValueException}.get(
        refused.field or "", ConflictException
    )
    return kind(detail=str(refused))


def _error(error: Error) -> HttpResponse:
    return HttpResponse(error.model_dump_json(), status=error.status or 400, content_type=CONTENT)


def _shown(asked: Asked, resource: Resource[Any], context: Context, status: int = 200) -> HttpResponse:
    wanted = ResponseParameters[type(resource)].model_validate(asked.request.GET.dict())  # type: ignore[misc]
    body = resource.model_dump_json(scim_ctx=context, response_parameters=wanted)
    headers = {"Location": str(resource.meta.location)} if resource.meta else {}
    return HttpResponse(body, status=status, content_type=CONTENT, headers=headers)


def users(asked: Asked) -> HttpResponse:
    if asked.method == "POST":
        said = asked.read(User, Context.RESOURCE_CREATION_REQUEST)
        person = people.list_person(**facts_of(said), by=asked.by, at=asked.at)
        return _shown(asked, user_of(person, asked.address), AS_MADE, 201)
    return _people(asked, _wanted(asked, User))


def _people(asked: Asked, wanted: Any) -> HttpResponse:
    return _listed(wanted, User, *finding.page(wanted, _rows_of_people(), _as_user(asked), most=MOST))


def _rows_of_people() -> QuerySet[DirectoryPerson]:
    return queries.listed().prefetch_related("memberships__group").order_by("pk")


def _as_user(asked: Asked) -> Callable[[DirectoryPerson], User]:
    return lambda person: user_of(person, asked.address)


def user(asked: Asked, pk: int) -> HttpResponse:
    person = _find(asked, queries.listed(), pk)
    shown = user_of(person, asked.address)
    if asked.method == "GET":
        return _shown(asked, shown, AS_READ)
    if asked.method == "DELETE":
        people.drop_person(person, by=asked.by, at=asked.at)
        return HttpResponse(status=NOTHING)
    said, context = _changed(asked, User, shown)
    facts = facts_of(said, was_active=person.is_active)
    people.change_person(person, **facts, by=asked.by, at=asked.at)
    return _shown(asked, user_of(person, asked.address), context)


def groups(asked: Asked) -> HttpResponse:
    if asked.method == "POST":
        said = asked.read(Group, Context.RESOURCE_CREATION_REQUEST)
        group = of_groups.list_group(**_facts_of(said), by=asked.by, at=asked.at)
        return _shown(asked, group_of(group, asked.address), AS_MADE, 201)
    return _groups(asked, _wanted(asked, Group))


def _groups(asked: Asked, wanted: Any) -> HttpResponse:
    return _listed(wanted, Group, *finding.page(wanted, _rows_of_groups(), _as_group(asked), most=MOST))


def _rows_of_groups() -> QuerySet[DirectoryGroup]:
    return queries.groups().prefetch_related("members").order_by("pk")


def _as_group(asked: Asked) -> Callable[[DirectoryGroup], Group]:
    return lambda group: group_of(group, asked.address)


def _both(asked: Asked, wanted: Any) -> HttpResponse:
    people_, groups_ = map(_as_user(asked), _rows_of_people()), map(_as_group(asked), _rows_of_groups())
    return _listed(wanted, User | Group, *finding.among([*people_, *groups_], wanted, most=MOST))


def group(asked: Asked, pk: int) -> HttpResponse:
    row = _find(asked, queries.groups(), pk)
    shown = group_of(row, asked.address)
    if asked.method == "GET":
        return _shown(asked, shown, AS_READ)
    if asked.method == "DELETE":
        of_groups.drop_group(row, by=asked.by, at=asked.at)
        return HttpResponse(status=NOTHING)
    said, context = _changed(asked, Group, shown)
    of_groups.change_group(row, **_facts_of(said), by=asked.by, at=asked.at)
    return _shown(asked, group_of(row, asked.address), context)


def _wanted(asked: Asked, model: type[Any]) -> Any:
    if asked.method != "GET":
        raise MethodNotAllowed()
    return SearchRequest[model].model_validate(asked.request.GET.dict())  # type: ignore[valid-type]


def _searched(asked: Asked, model: Any) -> Any:
    """What is asked for stands in the body, so that no log has it (RFC 7644, 3.4.3)."""
    if asked.method != "POST":
        raise MethodNotAllowed()
    return asked.read(SearchRequest[model], Context.SEARCH_REQUEST)


def discovery(asked: Asked, rest: str) -> HttpResponse:
    if rest == ".search":
        return _both(asked, _searched(asked, User | Group))
    if rest == "Users/.search":
        return _people(asked, _searched(asked, User))
    if rest == "Groups/.search":
        return _groups(asked, _searched(asked, Group))
    if asked.method != "GET":
        raise MethodNotAllowed() if _is_known(rest) else NotFoundException()
    kind, _, name = rest.strip("/").partition("/")
    if rest == "ServiceProviderConfig":
        return HttpResponse(CONFIG.model_dump_json(scim_ctx=AS_READ), content_type=CONTENT)
    if kind == "ResourceTypes":
        return _of_few(asked, ResourceType, TYPES, name)
    if kind == "Schemas":
        return _of_few(asked, Schema, SCHEMAS, name)
    raise NotFoundException()


def _is_known(rest: str) -> bool:
    return rest.partition("/")[0] in {"ServiceProviderConfig", "ResourceTypes", "Schemas"}


def _of_few(asked: Asked, model: type[Any], known: list[Any], name: str) -> HttpResponse:
    if not name:
        everything: Any = ListResponse[model](  # type: ignore[valid-type]
            total_results=len(known), start_index=1, items_per_page=len(known), resources=known
        )
        return HttpResponse(everything.model_dump_json(scim_ctx=AS_READ), content_type=CONTENT)
    named = next((resource for resource in known if str(resource.id) == name), None)
    if named is None:
        raise NotFoundException()
    return _shown(asked, named, AS_READ)


def _facts_of(said: Group) -> Any:
    return {
        "name": said.display_name or "",
        "external_id": said.external_id or "",
        "members": members_of(said),
    }


def _find(asked: Asked, rows: QuerySet[Any], pk: int) -> Any:
    """For whoever changes it alone: of two at the same moment the second sees what the first has done."""
    if asked.method not in {"GET", "PUT", "PATCH", "DELETE"}:
        raise MethodNotAllowed()
    row = (rows if asked.method == "GET" else rows.select_for_update()).filter(pk=pk).first()
    if row is None:
        raise NotFoundException()
    return row


def _changed(asked: Asked, model: type[Any], shown: Any) -> tuple[Any, Context]:
    """What the directory says of it now: all of it (PUT), or what is other than before (PATCH)."""
    if asked.method == "PUT":
        said = asked.read(model, Context.RESOURCE_REPLACEMENT_REQUEST)
        said.replace(shown)
        return said, AS_REPLACED
    asked.read(PatchOp[model], Context.RESOURCE_PATCH_REQUEST).patch(shown)  # type: ignore[valid-type]
    return shown, AS_PATCHED


def _listed(wanted: Any, model: Any, total: int, resources: list[Any]) -> HttpResponse:
    answer: Any = ListResponse[model](
        total_results=total,
        start_index=wanted.start_index or 1,
        items_per_page=len(resources),
        resources=resources,
    )
    body = answer.model_dump_json(scim_ctx=AS_READ, response_parameters=wanted)
    return HttpResponse(body, content_type=CONTENT)


ANSWERS: dict[str, Callable[..., HttpResponse]] = {
    "users": users,
    "user": user,
    "groups": groups,
    "group": group,
    "discovery": discovery,
}
