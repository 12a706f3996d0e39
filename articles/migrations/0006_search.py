from django.db import migrations

from articles.models.search_index import create, drop, index_anew


def fill(apps, schema_editor):
    """Index what has been published before there was a search."""
    index_anew(apps.get_model("articles", "Edition").objects.order_by("pk"))


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_made_with"),
        ("authors", "0002_letters"),
    ]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: create(schema_editor), lambda apps, schema_editor: drop(schema_editor)
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
