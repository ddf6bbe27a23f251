"""The web server's way in. Refuses to serve as the owner of the tables."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from kittiwake.access.identity import refuse_powerful_role  # noqa: E402 (models are ready only after the line above)

refuse_powerful_role()
