from django.db import migrations, models

from articles.models.generation import install


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_generation")]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="is_series",
            field=models.BooleanField(
                default=False,
                help_text="Its texts belong together and are read in order: readers find the first one first.",
                verbose_name="a series",
            ),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
