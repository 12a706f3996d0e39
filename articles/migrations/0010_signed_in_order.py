from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from articles.models.generation import install as install_generation
from articles.models.immutable import install, uninstall


def as_their_editions(apps, schema_editor):
    signatures = apps.get_model("articles", "EditionByline").objects
    edition = apps.get_model("articles", "Edition").objects.filter(pk=OuterRef("edition_id"))
    signatures.update(
        language=Subquery(edition.values("language")),
        first_published_at=Subquery(edition.values("first_published_at")),
    )
    if schema_editor.connection.vendor == "postgresql":
        # What waits for the end of the transaction (articles/models/generation.py) would forbid altering the table.
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_found_by_slug"), ("authors", "0002_letters")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, install_generation),
        migrations.RunPython(uninstall("EditionByline"), install("EditionByline"), elidable=False),
        migrations.AddField("editionbyline", "language", models.CharField(max_length=10, null=True)),
        migrations.AddField("editionbyline", "first_published_at", models.DateTimeField(null=True)),
        migrations.RunPython(as_their_editions, migrations.RunPython.noop),
        migrations.AlterField("editionbyline", "language", models.CharField(max_length=10)),
        migrations.AlterField("editionbyline", "first_published_at", models.DateTimeField()),
        migrations.AddIndex(
            "editionbyline",
            models.Index(fields=["author", "language", "-first_published_at"], name="edition_byline_newest"),
        ),
        migrations.RunPython(install("EditionByline"), uninstall("EditionByline"), elidable=False),
        migrations.RunPython(install_generation, migrations.RunPython.noop),
    ]
