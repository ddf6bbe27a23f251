"""Names in templates. What is drawn and stands for nothing fails wherever it is drawn (tests/missing_names.py); what a
template only asks for, `{% if %}` and `{% for %}`, may not be there, so each name is looked up in the source here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from django.template import Context, Template, TemplateDoesNotExist, engines
from django.template.base import FilterExpression, Node, Variable
from django.template.loader import get_template
from django.template.smartif import TokenBase

from tests.architecture.source import KITTIWAKE, files
from tests.missing_names import NoSuchName

# Given by Django and by the sign-in package.
THEIRS = {
    "False", "None", "PASSKEY_LOGIN_ENABLED", "True", "counter", "csrf_token", "first", "forloop", "is_multipart", "js_data", "last",
    "last_used_at", "parentloop", "reauthentication_alternatives", "redirect_field", "super", "token_fail", "total_count", "unused_code_count",
    "unused_codes", "webauthn_form",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z_]\w*")


@cache
def words_of_the_source() -> frozenset[str]:
    """Whatever a view, a model, a row or a tag calls something."""
    return frozenset(word for path in files() for word in WORD.findall(path.read_text()))


def templates() -> list[str]:
    places = [path for path in KITTIWAKE.rglob("*.html") if "templates" in path.parts]
    return sorted({path.as_posix().rpartition("/templates/")[2] for path in places})


def names_in(thing: object, met: dict[int, object]) -> Iterator[Variable]:
    """Every name the parts of a template ask for, in whatever they keep it."""
    if id(thing) in met:
        return
    met[id(thing)] = thing
    if isinstance(thing, Variable):
        yield thing
        return
    for part in _parts(thing):
        yield from names_in(part, met)


def _parts(thing: object) -> Iterable[object]:
    if isinstance(thing, dict):
        return thing.values()
    if isinstance(thing, list | tuple):
        return thing
    if isinstance(thing, FilterExpression):
        return [thing.var, [arguments for _, arguments in thing.filters]]
    kept = vars(thing) if isinstance(thing, Node | TokenBase) else {}
    return [value for key, value in kept.items() if key not in ("origin", "token")]


def made_here(template: Template) -> set[str]:
    """What the template itself calls something: with, for, as."""
    text = template.source
    made = re.findall(r"(\w+)=", text) + re.findall(r" as (\w+) ?%}", text)
    loops = re.findall(r"{% for ([\w, ]+) in ", text)
    return {*made, *(name.strip() for loop in loops for name in loop.split(","))}


def unknown_in(template: Template) -> set[str]:
    asked = names_in(list(template.nodelist), {})
    known = words_of_the_source() | THEIRS | made_anywhere()
    looked_up = {part for variable in asked for part in variable.lookups or () if not part.isdigit()}
    return {part for part in looked_up if part not in known and not is_djangos(part)}


def is_djangos(part: str) -> bool:
    """get_kind_display, and the key of a row that is led to."""
    shown = re.fullmatch(r"get_(\w+)_display", part)
    name = shown[1] if shown else part.removesuffix("_id")
    return name != part and name in words_of_the_source()


@cache
def made_anywhere() -> frozenset[str]:
    """A part that is included knows what the whole calls things."""
    return frozenset(name for template in templates() for name in made_here(source_of(template)))


@cache
def source_of(name: str) -> Template:
    try:
        return get_template(name).template  # type: ignore[attr-defined, no-any-return]
    except TemplateDoesNotExist as missing:
        raise AssertionError(f"{name} cannot be read") from missing


def test_every_name_a_template_asks_for_is_called_that_somewhere() -> None:
    wrong = {name: unknown for name in templates() if (unknown := unknown_in(source_of(name)))}
    assert not wrong, "\n".join(f"{name}: {unknown}" for name, unknown in wrong.items())


@pytest.mark.parametrize(
    "words",
    [
        "{{ chidl }}",
        "{{ child.nmae }}",
        "{% include 'ui/_heading.html' with title=titel %}",
        "{{ chidl|upper }}",
    ],
)
def test_a_wrong_name_that_is_drawn_fails(words: str) -> None:
    template = engines["django"].engine.from_string(words)
    template.origin.name = str(KITTIWAKE / "planted.html")
    with pytest.raises(NoSuchName):
        template.render(Context({"child": {"name": "Ash"}}))


def test_what_may_be_missing_says_so() -> None:
    template = engines["django"].engine.from_string("{{ button|default:'Save' }}")
    template.origin.name = str(KITTIWAKE / "planted.html")
    assert template.render(Context()) == "Save"


@pytest.mark.parametrize(
    "words", ["{% if chidl %}x{% endif %}", "{% for one in child.nmaes %}{{ one }}{% endfor %}"]
)
def test_a_wrong_name_that_is_only_asked_for_is_found(words: str) -> None:
    assert unknown_in(engines["django"].engine.from_string(words)) & {"chidl", "nmaes"}
