from django.db import migrations


def make(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    User.objects.get_or_create(
        role="directory",
        defaults={
            "email": "directory@localhost",
            "name": "The council’s directory",
            "password": "!cannot-sign-in",
        },
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_next_role")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
