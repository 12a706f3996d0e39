from articles.models.act import Act, CarryOver
from articles.models.alignment import Alignment
from articles.models.article import Article
from articles.models.assignment import Assignment
from articles.models.byline import Byline
from articles.models.desk import Autosave, Presence
from articles.models.edition import Edition
from articles.models.edition_byline import EditionByline
from articles.models.signoff import ExactText, SignOff, SignOffRequest
from articles.models.topic import Topic
from articles.models.version import MinorChange, Version

__all__ = [
    "Act",
    "Alignment",
    "Article",
    "Assignment",
    "Autosave",
    "Byline",
    "CarryOver",
    "Edition",
    "EditionByline",
    "ExactText",
    "MinorChange",
    "Presence",
    "SignOff",
    "SignOffRequest",
    "Topic",
    "Version",
]
