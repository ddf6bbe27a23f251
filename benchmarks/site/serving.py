"""What a benchmark serves: the service as it is, with the pages of benchmarks.site beside its own."""

from __future__ import annotations

from kittiwake.config import urls
from kittiwake.config.asgi import application

from benchmarks.site.idiomatic import PAGES  # isort: skip (models are ready only after the line above)

__all__ = ["application"]

urls.urlpatterns += [page.pattern for page in PAGES]
