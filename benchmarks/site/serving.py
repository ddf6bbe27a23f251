"""What a benchmark serves: the service as it is, with the pages of benchmarks.site beside its own."""

from __future__ import annotations

from kittiwake.config.asgi import application  # first: what follows needs models that are ready

from benchmarks.site.idiomatic import PAGES  # isort: skip
from kittiwake.config import urls  # isort: skip

__all__ = ["application"]

urls.urlpatterns += [page.pattern for page in PAGES]
