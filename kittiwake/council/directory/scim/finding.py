"""The rows a directory asks for. What it mostly asks (is there somebody of this name?) is one question of the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from scim2_models.path import CompareOperator, Comparison

COLUMNS = {"username": "user_name", "externalid": "external_id", "displayname": "name", "id": "pk"}
# As RFC 7643 says which of them heed upper and lower case.
EXACT = {"externalid", "id"}


def page(
    wanted: Any, rows: QuerySet[Any], resource_of: Callable[[Any], Any], *, most: int
) -> tuple[int, list[Any]]:
    """How many there are, and those of the page that was asked for."""
    if wanted.filter is None and wanted.sort_by is None:
        return rows.count(), [resource_of(row) for row in rows[_slice(wanted, most)]]
    return among([resource_of(row) for row in narrowed(rows, wanted.filter)], wanted, most=most)


def among(resources: list[Any], wanted: Any, *, most: int) -> tuple[int, list[Any]]:
    if wanted.filter is not None:
        resources = [resource for resource in resources if wanted.filter.match(resource)]
    return len(resources), wanted.sort(resources)[_slice(wanted, most)]


def _slice(wanted: Any, most: int) -> slice:
    start = wanted.start_index_0 or 0
    return slice(start, start + min(most, most if wanted.count is None else wanted.count))


def narrowed(rows: QuerySet[Any], asked: Any) -> QuerySet[Any]:
    """Fewer rows, and none too few: what is left the filter itself looks at."""
    node = getattr(asked, "ast", None)
    if not isinstance(node, Comparison) or node.op != CompareOperator.eq or node.attr_path.sub_attr:
        return rows
    name = node.attr_path.attr.lower()
    column = COLUMNS.get(name, "")
    if name == "displayname" and rows.model._meta.model_name == "directoryperson":
        return rows
    if not column or (column == "pk" and not str(node.value).isdigit()):
        return rows.none() if column else rows
    return rows.filter(**{column if name in EXACT else f"{column}__iexact": node.value})
