"""The pages of signing in under /account/, by the names allauth knows them by. Ours are in area.py.

Only the pages we use: there is no signing up, and an address is changed by an administrator.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as single_sign_on
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import path, re_path
from django.views.generic import RedirectView

from kittiwake.accounts.invitations import not_for_another
from kittiwake.accounts.second_factor import not_the_last, setting_up
from kittiwake.accounts.single_sign_on import may_leave_for_the_provider

to_overview = RedirectView.as_view(pattern_name="accounts:overview")

signing_in = [
    path("login/", may_leave_for_the_provider(account.login), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("new/", account.signup, name="account_signup"),  # says that there is none
    path("code/", mfa.authenticate, name="mfa_authenticate"),
    path("passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("oidc/<str:provider_id>/", may_leave_for_the_provider(oidc.login), name="openid_connect_login"),
    path("oidc/<str:provider_id>/back/", oidc.callback, name="openid_connect_callback"),
    path("single-sign-on/cancelled/", single_sign_on.login_cancelled, name="socialaccount_login_cancelled"),
    path("single-sign-on/failed/", single_sign_on.login_error, name="socialaccount_login_error"),
]
passwords = [
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", to_overview, name="account_set_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        not_for_another(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("password/set/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
confirming = [
    path("confirmation/password/", account.reauthenticate, name="account_reauthenticate"),
    path("confirmation/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("confirmation/passkey/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]
second_factors = [
    path("second-factors/", to_overview, name="mfa_index"),
    path("second-factor/app/", setting_up(totp.activate_totp), name="mfa_activate_totp"),
    path("second-factor/app/removal/", not_the_last(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("second-factor/passkeys/", to_overview, name="mfa_list_webauthn"),
    path("second-factor/passkeys/new/", setting_up(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("second-factor/passkeys/<int:pk>/name/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "second-factor/passkeys/<int:pk>/removal/",
        not_the_last(webauthn.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path("recovery-codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("recovery-codes/file/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]

urlpatterns = [
    *signing_in,
    *passwords,
    *confirming,
    *second_factors,
]
