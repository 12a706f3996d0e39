from django.db import migrations

# What SQLite's index of a topic has anyway, its rows in their order, PostgreSQL has to be told: else it goes through the
# rows of all topics to find the last ones of one.
TABLE, INDEX = "articles_edition_topics", "edition_topics_newest"


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"CREATE INDEX {INDEX} ON {TABLE} (topic_id, id)")


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX {INDEX}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_signed_in_order")]

    operations = [migrations.RunPython(add, remove)]
