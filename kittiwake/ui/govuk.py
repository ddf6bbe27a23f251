"""The GOV.UK components, called from Python. Templates use the tags in `templatetags/govuk.py`.

Text and markup are told apart by the name of the parameter, as the components themselves do: `html`, `summaryHtml`
and the like are markup and must be a SafeString; every other string is text and is escaped, even when somebody
marked it safe.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader

PACKAGE = "govuk_frontend_jinja"

DICT_METHODS = frozenset(dir(dict))


class ComponentEnvironment(Environment):
    """Jinja, looking up `params.hint` as a key first. The macros ask for dozens of parameters that are not given,
    and each would otherwise cost two exceptions: a sixth of the time to draw a form."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is not dict:
            return super().getattr(obj, attribute)
        if attribute in obj:
            return obj[attribute]
        return (
            getattr(obj, attribute) if attribute in DICT_METHODS else self.undefined(obj=obj, name=attribute)
        )


# The macros import each other on every call; without auto_reload that is a dictionary look-up, not a stat(). Lines that
# hold nothing but a block are left out: they were half of what a date input sent.
environment = ComponentEnvironment(
    loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}),
    autoescape=True,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
)
# How far a line stands from the left is nobody's to see, and was half of the time to draw a date input.
environment.filters["indent"] = lambda markup, *how: markup


class NotMarkup(TypeError):
    """A parameter that is output as it stands was given something nobody has marked safe."""


def render(component: str, /, **params: Any) -> SafeString:
    """The HTML of one component: `render("tag", text="Overdue", classes="govuk-tag--red")`.

    `component` is the design system's own name ("summary-list"); `params` are its parameters in their camelCase.
    Raises NotMarkup when a markup parameter is not a SafeString.
    """
    return render_mapping(component, params)


def render_mapping(component: str, params: Mapping[str, Any]) -> SafeString:
    """As `render`, for parameters that are not all Python names (`for`)."""
    # On a line of its own: two tags side by side do not touch.
    return mark_safe(f"\n{_macro(component)(_checked(params))}")


@cache
def _macro(component: str) -> Callable[[Any], str]:
    template = environment.get_template(f"{PACKAGE}/components/{component}/macro.html")
    name = "govuk" + "".join(part.title() for part in component.split("-"))
    macro: Callable[[Any], str] = getattr(template.module, name)
    return macro


def _checked(value: Any, key: str = "", parent: str = "") -> Any:
    """A copy in which text is plain text and markup is known to be markup."""
    if isinstance(value, (str, Promise)):
        return _markup(value, key) if is_markup(value, key, parent) else str(value) + ""
    if isinstance(value, Mapping):
        return {name: _checked(item, str(name), key) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_checked(item, key, parent) for item in value]
    return value


def is_markup(value: Any, key: str, parent: str) -> bool:
    # A string given as `attributes` is written into the tag as it stands, and so are the navigation's slots.
    return key == "html" or key.endswith("Html") or key == "attributes" or parent == "slots"


def _markup(value: Any, key: str) -> Any:
    if value and not hasattr(value, "__html__"):
        raise NotMarkup(f"{key}= is output as it stands: give text= instead, or build it with format_html().")
    return value
