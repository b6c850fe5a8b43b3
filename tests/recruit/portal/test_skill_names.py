"""Skills carry the names that people use on every page that shows a person; the vocabulary's ids stay inside."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from matching.skills import VOCABULARY, label
from recruit.candidates.access import link_for
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = """Mira Halvorsen
mira.halvorsen@example.org

Experience
Staff Engineer, Fjordline Logistics
March 2022 - Present
- Wrote the routing core in C++ and its tools in Node.js.

Skills
C++, Node.js, Kubernetes, Retrieval-augmented generation
"""
ODD = {key for key in VOCABULARY if label(key).casefold() != key}


def test_no_page_of_a_person_shows_an_id(client: Client) -> None:
    workspace = factories.workspace("north")
    with workspace_scope(workspace.pk):
        user = factories.member().user
        person = factories.candidate(name="Mira Halvorsen")
        resume = factories.resume(person, TEXT)
        resume.reading = factories.reading("1")
        resume.save(update_fields=["reading"])
        own = link_for(person)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    addresses = {
        "person": reverse("portal:person", args=[person.pk]),
        "reading": reverse("candidates:reading", args=[resume.pk]),
        "own": own,
        "own reading": own + "/reading",
    }
    for name, address in addresses.items():
        page = client.get(address).content.decode()
        tags = re.findall(r'class="tag[^"]*"[^>]*>(?:<a[^>]*>)?\s*([^<]+)', page)
        assert {"C++", "Node.js"} <= {each.strip() for each in tags}, name
        assert ODD.isdisjoint(each.strip() for each in tags), name
