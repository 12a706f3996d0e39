"""Topics at the desk: one that a published text is filed under cannot be taken away from it."""

from django.http import HttpResponse
from django.test import Client

from articles.models import Topic
from tests.factories import make_article, make_topic, make_user, publish

RANK = ("view_topic", "change_topic", "delete_topic")


def delete(client: Client, topic: Topic) -> HttpResponse:
    """Presses the button of the page that asks whether to."""
    page = f"/admin/articles/topic/{topic.pk}/delete/"
    asked = client.get(page)
    return client.post(page, {"post": "yes", "opened_version": asked.context["opened_version"]})


def test_a_topic_of_a_published_text_is_not_deleted(client: Client, db: None) -> None:
    topic = make_topic()
    publish(make_article(topics=[topic]))
    client.force_login(make_user("filer", *RANK, "change_article"))
    assert delete(client, topic).status_code == 200
    many = {"action": "delete_selected", "_selected_action": [topic.pk], "post": "yes"}
    client.post("/admin/articles/topic/", many)
    assert list(Topic.objects.all()) == [topic]


def test_a_topic_nothing_is_filed_under_is_deleted(client: Client, db: None) -> None:
    topic = make_topic()
    client.force_login(make_user("filer", *RANK))
    assert delete(client, topic).status_code == 302
    assert not Topic.objects.exists()
