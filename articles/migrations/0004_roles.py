from django.contrib.auth.management import create_permissions
from django.db import migrations

from articles.models.desk_roles import make_roles


def run(apps, schema_editor):
    # Django makes permissions only after the last migration; these groups want them now.
    for name in ("articles", "authors"):
        config = apps.get_app_config(name)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
        config.models_module = None
    make_roles(apps)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_the_desk"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [migrations.RunPython(run, migrations.RunPython.noop, elidable=False)]
