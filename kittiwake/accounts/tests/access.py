"""Who may open the pages of one's own account. The pages of the sign-in package guard themselves."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from tests.matrix.pages import lists, open_to_all, writes

PAGES = [
    lists("accounts:overview", Power.SIGN_IN),
    writes("accounts:sessions", Power.SIGN_IN),
    lists("accounts:second_factor", Power.SIGN_IN),
    open_to_all("account_login"),
    open_to_all("account_logout"),
    open_to_all("account_inactive"),
    open_to_all("account_signup"),
    open_to_all("account_change_password"),
    open_to_all("account_set_password"),
    open_to_all("account_reset_password"),
    open_to_all("account_reset_password_done"),
    open_to_all("account_reset_password_from_key", at={"uidb36": "x", "key": "set-password"}),
    open_to_all("account_reset_password_from_key_done"),
    open_to_all("account_reauthenticate"),
    open_to_all("mfa_authenticate"),
    open_to_all("mfa_login_webauthn"),
    open_to_all("mfa_reauthenticate"),
    open_to_all("mfa_reauthenticate_webauthn"),
    open_to_all("mfa_index"),
    open_to_all("mfa_activate_totp"),
    open_to_all("mfa_deactivate_totp"),
    open_to_all("mfa_list_webauthn"),
    open_to_all("mfa_add_webauthn"),
    open_to_all("mfa_edit_webauthn", at={"pk": 1}),
    open_to_all("mfa_remove_webauthn", at={"pk": 1}),
    open_to_all("mfa_view_recovery_codes"),
    open_to_all("mfa_generate_recovery_codes"),
    open_to_all("mfa_download_recovery_codes"),
    open_to_all("openid_connect_login", at={"provider_id": "council"}),
    open_to_all("openid_connect_callback", at={"provider_id": "council"}),
    open_to_all("socialaccount_login_cancelled"),
    open_to_all("socialaccount_login_error"),
    # The picture is there only while an authenticator app is being added.
    lists("accounts:qr_code", Power.SIGN_IN, unless=lambda person, made: "hidden"),
]
