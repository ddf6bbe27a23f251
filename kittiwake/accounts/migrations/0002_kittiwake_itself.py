from django.db import migrations


def make(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    User.objects.get_or_create(
        role="system",
        defaults={"email": "kittiwake@localhost", "name": "Kittiwake", "password": "!cannot-sign-in"},
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
