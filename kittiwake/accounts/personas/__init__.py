"""The made-up council: choosing whom to be, without a password.

The app is installed in a demo only, and its code refuses to be imported anywhere else.
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if not settings.DEMO:
    raise ImproperlyConfigured("Personas sign in without a password: they belong to a made-up council only.")
