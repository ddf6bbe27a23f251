"""The service as people reach it: its names, TLS, mail, and the work that is done by the clock."""

from __future__ import annotations

import smtplib
import socket
import ssl
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.utils.timezone import now

from kittiwake.access import anchoring
from kittiwake.cli.examining.check import Check

WITHIN = 5  # seconds another machine has to answer
RENEW_BEFORE = timedelta(days=14)
SILENT_AFTER = timedelta(minutes=10)
LAST_BEAT = "SELECT max(to_timestamp(defer_timestamp)) FROM procrastinate_periodic_defers WHERE task_name LIKE '%%take_up'"
FAILED = (
    "SELECT task_name, count(*) FROM procrastinate_jobs WHERE status = 'failed' GROUP BY 1 ORDER BY 2 DESC"
)
WAITING = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND coalesce(scheduled_at, now()) < now() - interval '1 hour'"


def _schedule() -> str | None:
    """A worker puts down its mark each minute."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_BEAT)
        (last,) = cursor.fetchone()
        cursor.execute(WAITING)
        (waiting,) = cursor.fetchone()
    if last is None:
        return "no worker has run yet: start kittiwake serve or kittiwake worker"
    if now() - last > SILENT_AFTER:
        return f"no worker since {last:%d %B %Y at %H:%M} UTC: start kittiwake worker"
    return (
        f"{waiting} jobs have waited for more than an hour: start one more kittiwake worker"
        if waiting
        else None
    )


def _failed() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(FAILED)
        failed = [f"{task.rpartition('.')[2]} ({count} times)" for task, count in cursor.fetchall()]
    return f"{', '.join(failed)} in the last week: the worker's log says where" if failed else None


def _names() -> str | None:
    if settings.DEMO:
        return None
    if "*" in settings.ALLOWED_HOSTS:
        return "KITTIWAKE_HOSTS takes any name: write the names that people type, with commas between"
    if settings.HTTPS and not settings.CSRF_TRUSTED_ORIGINS:
        return "KITTIWAKE_ORIGINS is not set: write the address that people open, like https://kittiwake.example.gov.uk"
    if not settings.HTTPS and settings.CSRF_TRUSTED_ORIGINS:
        return "KITTIWAKE_HTTPS is no, and people reach it from elsewhere: what they read goes over the network open"
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        return (
            "KITTIWAKE_TRUSTED_PROXIES is not set: the log of reading takes everybody for the proxy. Write its address, "
            "like 127.0.0.1"
        )
    return None


def _certificates() -> str | None:
    for origin in settings.CSRF_TRUSTED_ORIGINS:
        problem = certificate_problem(urlsplit(origin).hostname or "", urlsplit(origin).port or 443)
        if problem:
            return f"{origin}: {problem}"
    return None


def certificate_problem(host: str, port: int) -> str | None:
    try:
        with (
            socket.create_connection((host, port), timeout=WITHIN) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secure,
        ):
            until = secure.getpeercert() or {}
    except ssl.SSLCertVerificationError as problem:
        return f"its certificate is not good: {problem.verify_message}"
    except OSError as problem:
        return f"does not answer from here: {problem.strerror or problem}"
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(until["notAfter"])), now().tzinfo)
    return None if ends - now() > RENEW_BEFORE else f"its certificate ends on {ends:%d %B %Y}: renew it"


def _mail() -> str | None:
    """Signs in at the mail server, and sends nothing."""
    if settings.DEMO:
        return None
    if not settings.EMAIL_HOST:
        return "KITTIWAKE_EMAIL_HOST is not set: nobody can be invited or told by mail, nor ask for a new password"
    try:
        with get_connection(timeout=WITHIN):
            return None
    except (OSError, smtplib.SMTPException) as problem:
        return f"{settings.EMAIL_HOST} does not take our mail: {type(problem).__name__}"


CHECKS: dict[str, Check] = {
    "marks of the log of reading leave this machine": anchoring.stay_here,
    "what is done by the clock is being done": _schedule,
    "no job has failed": _failed,
    "the service has a name, and TLS": _names,
    "certificates are good for two weeks": _certificates,
    "mail can be sent": _mail,
}
