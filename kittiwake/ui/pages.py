"""How a view answers: a whole page, one block of it for htmx, or "somebody else changed this"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template import Context, RequestContext, Template, loader
from django.template.base import Node
from django.template.loader_tags import BLOCK_CONTEXT_KEY, BlockContext, BlockNode, ExtendsNode
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString

from kittiwake.ui.giving_back import give_back

UNPROCESSABLE = 422
CONFLICT = 409


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragment: str = "",
    status: int = 0,
) -> HttpResponse:
    """The template as a response: 422 when the context holds a form that was sent and refused, else 200.

    `fragment` names a block of the template: an htmx request gets that block alone, everybody else the page. A
    boosted link or a restored history entry is everybody else.
    """
    context = dict(context or {})
    give_back(request, context)
    status = status or (UNPROCESSABLE if any(map(_is_refused, context.values())) else 200)
    alone = bool(fragment) and wants_fragment(request)
    body = render_block(request, template, fragment, context) if alone else _whole(request, template, context)
    response = HttpResponse(body, status=status)
    if fragment:
        patch_vary_headers(response, ("HX-Request",))
    return response


def not_yours(
    request: HttpRequest, title: str, why: str, *, back_url: str, caption: str = ""
) -> HttpResponse:
    """Before a form is filled in that would be refused on account of who one is: why, in its place."""
    words = {"title": title, "why": why, "back_url": back_url, "caption": caption}
    return page(request, "ui/not_yours.html", words)


def wants_fragment(request: HttpRequest) -> bool:
    htmx: Any = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def _is_refused(value: Any) -> bool:
    return isinstance(value, BaseForm) and value.is_bound and not value.is_valid()


def _whole(request: HttpRequest, template: str, context: dict[str, Any]) -> SafeString:
    return loader.render_to_string(template, context, request)


def render_block(request: HttpRequest, template: str, name: str, context: Mapping[str, Any]) -> SafeString:
    """One block of a template, as it would stand in the page, parents and context processors included.

    Raises ValueError when neither the template nor its parents have the block. Anything the page sets outside the
    block (a `with` around it) is not set.
    """
    backend: Any = loader.get_template(template)
    source: Template = backend.template
    request_context = RequestContext(request, dict(context))
    with request_context.render_context.push_state(source), request_context.bind_template(source):
        blocks = _blocks(source, request_context)
        block = blocks.get_block(name)
        if block is None:
            raise ValueError(f"{template} has no block called {name!r}.")
        request_context.render_context[BLOCK_CONTEXT_KEY] = blocks
        return block.render(request_context)


def _blocks(source: Template, context: Context) -> BlockContext:
    """Every block, the nearest template's before its parents', as `extends` collects them."""
    blocks, current = BlockContext(), source
    while extends := _extends(current):
        blocks.add_blocks(extends.blocks)
        current = extends.get_parent(context)
    roots: list[Any] = current.nodelist.get_nodes_by_type(BlockNode)
    blocks.add_blocks({block.name: block for block in roots})
    return blocks


def _extends(template: Template) -> ExtendsNode | None:
    nodes: Iterable[Node] = template.nodelist
    return next((node for node in nodes if isinstance(node, ExtendsNode)), None)


@dataclass(frozen=True)
class Change:
    """One field of a row that moved on while somebody was typing. All values are as a person reads them."""

    field: str
    was: str
    now: str
    yours: str
    by: str
    at: datetime | None = None


def conflict(
    request: HttpRequest,
    form: BaseForm,
    changes: Iterable[Change],
    *,
    row: str,
    version: int,
    latest_url: str,
    template: str = "ui/conflict.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """409: here is what changed, and here is what you typed, ready to be sent again over the newer version.

    `row` is what the page calls the thing ("this plan"), `version` its present version, put in the form's
    `version` field so that a second, deliberate sending is accepted; `latest_url` shows it as it is now.
    """
    data: Any = copy(form.data)  # of a QueryDict, one that may be changed
    data[form.add_prefix("version")] = str(version)
    form.data = data
    words = {"form": form, "changes": list(changes), "row": row, "latest_url": latest_url, **(context or {})}
    return page(request, template, words, status=CONFLICT)
