"""Serves the pages of signing in from a process of its own, on the database that DATABASE_URL names.

    python -m kittiwake.accounts.tests.serve '{"people": [["Robin Marsh", "social_worker"]], "settings": {…}}'

Prints its port when it is ready, and serves until it is ended.
"""

from __future__ import annotations

import json
import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

SETTINGS = {
    "ROOT_URLCONF": "kittiwake.accounts.tests.urls",
    "UI_NAVIGATION": "",
    "LOGIN_URL": "/account/login/",
    "ACCOUNT_LOGOUT_REDIRECT_URL": "/account/login/",
    "WHITENOISE_AUTOREFRESH": True,
    "WHITENOISE_USE_FINDERS": True,
    "STORAGES": {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
}


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def main(wanted: dict) -> None:
    import django
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")
    for name, value in {**SETTINGS, **wanted.get("settings", {})}.items():
        setattr(settings, name, value)
    django.setup()
    make_people(wanted.get("people", []))
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=Server, handler_class=Quiet)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


def make_people(people: list[list[str]]) -> None:
    from kittiwake.accounts.personas.recording import add_persona
    from kittiwake.accounts.roles import Role
    from kittiwake.accounts.tests.people import make_user

    for name, role, *story in people:
        user = make_user(name, Role(role))
        if story:
            add_persona(user, title=Role(role).label, story=story[0])


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
