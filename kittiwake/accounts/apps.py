from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "kittiwake.accounts"
    label = "accounts"
