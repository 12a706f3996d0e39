"""The site's addresses, the article's kept by Django for ten minutes in the memory of the process."""

from django.urls import path
from django.views.decorators.cache import cache_page

from articles.reading import article
from config.urls import urlpatterns as all_others

kept = cache_page(600)(article.article)
urlpatterns = [path("<language:language>/articles/<slug:slug>/", kept), *all_others]
