from django.db import migrations

from articles.models.immutable import install


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunPython(install("Edition", "EditionByline"), migrations.RunPython.noop, elidable=False),
    ]
