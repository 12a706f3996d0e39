from django.db import migrations, models

from articles.models.generation import install


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_search"), ("authors", "0002_letters")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["published_at"], name="edition_by_moment"),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
