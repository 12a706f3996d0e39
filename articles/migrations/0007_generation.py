from django.db import migrations, models

from articles.models.generation import install


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_search"), ("authors", "0002_letters")]

    operations = [
        migrations.CreateModel(
            name="Generation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField()),
                ("token", models.CharField(max_length=32)),
                ("floor", models.PositiveBigIntegerField(default=0)),
            ],
            options={"default_permissions": []},
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["published_at"], name="edition_by_moment"),
        ),
        migrations.RunPython(install, migrations.RunPython.noop),
    ]
