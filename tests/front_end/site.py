"""A tiny site for a browser: one page under our content security policy, with the built files, htmx and axe."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import django_htmx

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "kittiwake" / "ui" / "static" / "ui" / "built"
HTMX = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = "; ".join(
    ["default-src 'none'", *(f"{what}-src 'self'" for what in ("script", "style", "img", "font", "connect"))]
)
NOON_IN_JULY = "Wed, 15 Jul 2026 11:05:00 GMT"  # 12:05pm in London

Answers = dict[str, tuple[int, str]]  # by path: the status, and the HTML

HTMX_SETTINGS = '{"allowEval": false, "includeIndicatorStyles": false, "historyCacheSize": 0}'
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
  <title>Trial</title>
  <link rel="icon" href="/icon-document.svg">
  <link rel="stylesheet" href="/kittiwake.css">
  <meta name="htmx-config" content='{HTMX_SETTINGS}'>
  <script src="/htmx.js" defer></script>
  <script type="module" src="/kittiwake.js"></script>
</head>
<body class="govuk-template__body"><script src="/supported.js"></script><main>BODY</main></body>
</html>"""


@contextmanager
def site(body: str, answers: Answers | None = None) -> Iterator[str]:
    """Serve `body` in a page, and `answers`, as if it were five past twelve in July. Gives the page's address."""
    pages = {"/": (200, PAGE.replace("BODY", f"<h1>Trial</h1>{body}")), **(answers or {})}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, kind, content = find(self.path, pages)
            self.send_response_only(status)
            self.send_header("Date", NOON_IN_JULY)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"] or 0))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def find(path: str, pages: Answers) -> tuple[int, str, bytes]:
    if path in pages:
        status, html = pages[path]
        return status, "text/html", html.encode()
    file = HTMX if path == "/htmx.js" else BUILT / path.lstrip("/")
    if not file.is_file():
        return 404, "text/plain", b""
    return 200, TYPES[file.suffix], file.read_bytes()
