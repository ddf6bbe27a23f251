"""What is kept with an entry, for the entry's own page, whichever area it is of."""

from __future__ import annotations

from django import template
from django.template import Context

from kittiwake.primitives.documents.showing import WithEntry
from kittiwake.record.models import Entry

register = template.Library()


@register.inclusion_tag("documents/_with_entry.html", takes_context=True)
def documents_with(context: Context, entry: Entry) -> dict[str, WithEntry]:
    """Nothing for whoever may see no documents."""
    return {"kept": WithEntry(entry, context["request"].viewer)}
