"""Topics at the desk: one that a published text is filed under cannot be taken away from it."""

from django.test import Client

from articles.models import Topic
from tests.factories import make_article, make_topic, make_user, publish

RANK = ("view_topic", "change_topic", "delete_topic")


def test_a_topic_of_a_published_text_is_not_deleted(client: Client, db: None) -> None:
    topic = make_topic()
    publish(make_article(topics=[topic]))
    client.force_login(make_user("filer", *RANK, "change_article"))
    client.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"})
    many = {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"}
    client.post("/admin/articles/topic/", many)
    assert list(Topic.objects.all()) == [topic]


def test_a_topic_nothing_is_filed_under_is_deleted(client: Client, db: None) -> None:
    topic = make_topic()
    client.force_login(make_user("filer", *RANK))
    assert client.post(f"/admin/articles/topic/{topic.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Topic.objects.exists()
