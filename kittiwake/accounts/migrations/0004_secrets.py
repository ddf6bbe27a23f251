import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEEP = """
    INSERT INTO accounts_secret (user_id, encoded)
    SELECT id, password FROM accounts_user WHERE password LIKE 'argon2%'
"""
# Nothing that could be read back: another mark for every account.
FORGET = """
    UPDATE accounts_user
       SET password = CASE WHEN password LIKE 'argon2%' THEN 'set$' ELSE '!' END || md5(random()::text || id)
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_tries")]
    operations = [
        migrations.CreateModel(
            name="Secret",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("encoded", models.CharField(max_length=256)),
            ],
        ),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
        migrations.RunSQL(FORGET, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="user",
            name="password",
            field=models.CharField(db_column="password_mark", max_length=128),
        ),
    ]
