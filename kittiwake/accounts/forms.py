"""allauth's questions in our words. How they are drawn is ui's."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils import timezone

from kittiwake.accounts.models import User

PASSWORD_HINT = (
    "At least 12 characters. Three words that do not belong together are easy to remember and hard to guess."
)
CODE_HINT = "6 digits"


def say(form: forms.Form, name: str, label: str, missing: str, hint: str = "") -> None:
    field = form.fields[name]
    field.label, field.help_text = label, hint
    field.error_messages["required"] = missing
    field.widget.attrs.pop("placeholder", None)


def say_email(form: forms.Form, name: str) -> None:
    say(form, name, "Email address", "Enter your email address")
    wrong = "Enter an email address in the correct format, like name@example.com"
    form.fields[name].error_messages["invalid"] = wrong


def say_new_password(form: forms.Form) -> None:
    say(form, "password1", "New password", "Enter a new password", PASSWORD_HINT)
    say(form, "password2", "New password again", "Enter the new password again")


class SignInForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_email(self, "login")
        say(self, "password", "Password", "Enter your password")
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class ConfirmPasswordForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password", "Password", "Enter your password")


class SaysTheSameTwice(forms.Form):
    """allauth's own words for two passwords that differ, in ours."""

    def clean(self) -> dict[str, Any]:
        super(account.PasswordVerificationMixin, self).clean()
        cleaned = self.cleaned_data
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", "The two passwords are not the same. Enter the new one again")
        return cleaned


class ChangePasswordForm(SaysTheSameTwice, account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "oldpassword", "Present password", "Enter your present password")
        say_new_password(self)


class NewPasswordForm(SaysTheSameTwice, account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_new_password(self)


class ForgottenPasswordForm(account.ResetPasswordForm):
    users: list[User]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_email(self, "email")

    def clean_email(self) -> str:
        """A leaver, or who signs in by single sign-on alone, is answered like somebody we do not know."""
        email = super().clean_email()
        now = timezone.now()
        self.users = [user for user in self.users if user.may_sign_in(now) and user.has_usable_password()]
        return email


class CodeForm(mfa.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(
            self,
            "code",
            "Code",
            "Enter the code",
            "From your authenticator app, or one of your recovery codes",
        )


class ConfirmCodeForm(mfa.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(
            self,
            "code",
            "Code",
            "Enter the code",
            "From your authenticator app, or one of your recovery codes",
        )


class AddAppForm(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", "Code that the app shows", "Enter the code that the app shows", CODE_HINT)

    @property
    def secret_in_fours(self) -> str:
        """For typing into an app by hand."""
        return " ".join(self.secret[start : start + 4] for start in range(0, len(self.secret), 4))


class AddPasskeyForm(AddWebAuthnForm):
    """Always a passkey that can sign in by itself, so always one that has made sure who holds it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = "So that you know it again: for example, “Work laptop”"
        say(self, "name", "Name of this passkey", "Enter a name", hint)
        self.fields["credential"].error_messages["required"] = "No passkey was made. Try again"

    def clean_passwordless(self) -> bool:
        return True


class NamePasskeyForm(EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "name", "Name of this passkey", "Enter a name")
