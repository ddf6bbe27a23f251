"""What nothing calls: functions, methods and classes of the service that no module, template or setting names.

What only tests call is not needed by anybody. Vulture reads the modules; templates, SQL and texts (a setting's dotted
path, a URL's view) are read here, by their words. What is called by a name that stands nowhere is in CALLED_FOR_US.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from vulture import Vulture
from vulture.core import Item

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"function", "method", "property", "class", "import", "unreachable_code"}
WORD = re.compile(r"\w+")

# Names that a framework looks for; the pattern must be all of the name.
CALLED_FOR_US = {
    "Meta": "Django reads it of a model or a form.",
    r"\w+Config": "Django finds it in apps.py.",
    r"clean_\w+": "A form's question is checked by the method of its name.",
    "as_sql|prepare_value|label_from_instance|value_omitted_from_data|id_for_label|process_view|fetchmany": "Django asks for it.",
    "get_full_name|set_unusable_password|_get_session_auth_hash|user_can_authenticate": "Django asks a user for it.",
    "is_open_for_signup|is_safe_url|pre_authenticate|authentication_failed|get_password_change_redirect_url": "allauth asks.",
    "is_reauthentication_required|generate_authenticator_name|authenticate_by_email|pre_social_login": "allauth asks.",
    "on_authentication_error": "allauth asks.",
    "log_message": "A server of the standard library says each request by it.",
    "get_key|upgrade": "psycopg asks how a value is written.",
    "handle_data|handle_starttag|handle_endtag": "A reader of HTML is told of what it meets.",
    "receive_data_chunk|file_complete|upload_interrupted": "Django hands over a file that comes in.",
    "__call__": "What has it is called by the name it was given.",
    "ready": "Django tells an app that all are loaded.",
}
# Decorators that put what they are on where it is called from.
PUT_ELSEWHERE = ["@app.*", "@click.*", "@*.command*", "@register.*", "@library.*"]
# Reviewed one by one.
KEPT = {
    "Chain|Secret": "Tables that only functions of the database read and write.",
    "check_password": "The sign-in package asks it.",
    "of_database|for_another_engine|PlainForm|with_closures|with_year": "Tests make or look at what runs with it.",
    "as_govuk": "Django draws a form and a question by it.",
    "how_many|about_how_many": "What is said and drawn of published figures elsewhere than on the pages of measures.",
    "check_all|miles_between|returned_miles|is_doubtful|by_ons_code": "The rules of a national return, with their cases.",
}


def main() -> int:
    kept = {name for names in KEPT for name in names.split("|")}
    items = unused()
    said = [
        f"{item.filename.relative_to(ROOT)}:{item.first_lineno}: nothing calls {item.name}"
        for item in items
        if item.name not in kept
    ]
    gone = sorted(kept - {item.name for item in items})
    said += [f"script/dead_code.py: {name} is called, or gone: take it out of KEPT" for name in gone]
    sys.stdout.writelines(f"{line}\n" for line in said)
    return int(bool(said))


def unused() -> list[Item]:
    vulture = Vulture(ignore_decorators=PUT_ELSEWHERE)
    vulture.scavenge([ROOT / "kittiwake"], exclude=["*/migrations/*", "*/tests/*"])
    called_for_us = re.compile("|".join(f"(?:{names})" for names in CALLED_FOR_US))
    named = set(words_of(texts()))
    return [
        item
        for item in vulture.get_unused_code()
        if item.typ in KINDS and item.name not in named and not called_for_us.fullmatch(item.name)
    ]


def texts() -> Iterable[str]:
    for path in sorted((ROOT / "kittiwake").rglob("*")):
        if {"tests", "migrations", "built"} & set(path.parts):
            continue
        if path.suffix in {".html", ".sql", ".txt", ".svg"}:
            yield path.read_text()
        elif path.suffix == ".py":
            yield from looked_up(ast.parse(path.read_text()))


def looked_up(module: ast.Module) -> Iterable[str]:
    """Texts that are names and not sentences: a dotted path, or one word."""
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[\w.:]+", node.value)
        ):
            yield node.value


def words_of(several: Iterable[str]) -> Iterable[str]:
    for text in several:
        yield from WORD.findall(text)


if __name__ == "__main__":
    sys.exit(main())
