from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_series")]

    operations = [
        migrations.RemoveIndex(model_name="edition", name="edition_by_slug"),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["slug", "language", "-first_published_at", "-article_id"], name="edition_by_slug"
            ),
        ),
    ]
