"""For mypy: what `viewer.see(Episode)` gives is the query set that `Episode.objects.all()` gives."""

from __future__ import annotations

from collections.abc import Callable

from mypy.plugin import MethodContext, Plugin
from mypy.types import CallableType, Instance, Type, TypeType, get_proper_type
from mypy_django_plugin.lib.helpers import lookup_fully_qualified_typeinfo

SEEING = {
    "kittiwake.access.viewer.Viewer.see",
    "kittiwake.access.viewer.Viewer._seen",
    "kittiwake.primitives.measures.links.See.__call__",
}


class TypingOfViewer(Plugin):
    def get_method_hook(self, fullname: str) -> Callable[[MethodContext], Type] | None:
        return rows_seen if fullname in SEEING else None


def rows_seen(context: MethodContext) -> Type:
    """Without a query set of its own, a model's are Django's: what the signature says."""
    model = _model(get_proper_type(context.arg_types[0][0]))
    manager = model.type.get("objects") if model else None
    if model is None or manager is None or manager.type is None:
        return context.default_return_type
    manager_type = get_proper_type(manager.type)
    if not isinstance(manager_type, Instance):
        return context.default_return_type
    name = manager_type.type.metadata.get("django", {}).get("from_queryset_manager")
    if name is None:
        return context.default_return_type
    rows = lookup_fully_qualified_typeinfo(context.api, name)
    if rows is None:
        return context.default_return_type
    return Instance(rows, [model] if len(rows.type_vars) == 1 else [])


def _model(given: Type) -> Instance | None:
    if isinstance(given, CallableType):
        given = get_proper_type(given.ret_type)
    elif isinstance(given, TypeType):
        given = get_proper_type(given.item)
    return given if isinstance(given, Instance) else None


def plugin(version: str) -> type[Plugin]:
    return TypingOfViewer
