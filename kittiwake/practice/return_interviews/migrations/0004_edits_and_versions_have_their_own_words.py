from django.db import migrations, models


class Migration(migrations.Migration):
    """The column stays as it is: only the field is called otherwise."""

    dependencies = [
        ("return_interviews", "0003_put_off"),
    ]

    operations = [
        migrations.AlterField(
            model_name="returninterview",
            name="version",
            field=models.PositiveIntegerField(db_column="version", default=1),
        ),
        migrations.RenameField(
            model_name="returninterview",
            old_name="version",
            new_name="edits",
        ),
    ]
