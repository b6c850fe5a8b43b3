"""The page of a posting: an ad is laid out, a hostile one is words, skills carry their names."""

import pytest
from django.test import Client
from django.urls import reverse

from recruit.accounts.keys import issue
from recruit.postings.models import Posting, Requirement
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import workspace_scope
from tests import factories

pytestmark = pytest.mark.django_db
HOSTILE = """# Engineer <script>alert(1)</script>
- Python <img src=x onerror=alert(2)> and [CUDA](javascript:alert(3))
- ![tracked](https://evil.example/pixel.png) <b onclick="alert(4)">Rust</b>
"><svg onload=alert(5)> &lt;script&gt;alert(6)&lt;/script&gt;
<iframe src="https://evil.example"></iframe><style>*{display:none}</style>
"""


@pytest.fixture
def ours() -> Workspace:
    return factories.workspace("north")


def _shown(workspace: Workspace, posting: Posting) -> str:
    with workspace_scope(workspace.pk):
        user = factories.member().user
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.get(reverse("postings:page", args=[posting.pk])).content.decode()


def test_an_ad_in_markdown_has_headings_and_lists(ours: Workspace) -> None:
    with workspace_scope(ours.pk):
        posting = factories.posting(text="## You bring\n- **Go**, daily", requirements=[("must", "**Go**, daily")])
    page = _shown(ours, posting)
    assert '<h3 class="major">You bring</h3>' in page
    assert '<mark class="as-must strong">Go</mark><mark class="as-must">, daily</mark></li>' in page
    assert "**" not in page
    assert "##" not in page


def test_a_hostile_ad_is_words_and_nothing_more(ours: Workspace) -> None:
    with workspace_scope(ours.pk):
        posting = factories.posting(text=HOSTILE, requirements=[("must", "Python <img src=x onerror=alert(2)>")])
    page = _shown(ours, posting)
    ad = page[page.index("The ad as read") : page.index('aria-label="Layer"')]
    for tag in ("<script", "<img", "<svg onload", "<iframe", "<style", "<b ", "<a ", "href", "src="):
        assert tag not in ad, tag
    assert "javascript:" not in page
    assert "evil.example" not in page
    assert "&lt;script&gt;alert(6)&lt;/script&gt;" in ad


def test_skills_carry_the_names_that_people_use(ours: Workspace) -> None:
    with workspace_scope(ours.pk):
        posting = factories.posting()
        Requirement.objects.filter(posting=posting, position=5).update(skills=["nodejs", "cpp"])
    page = _shown(ours, posting)
    assert '<span class="tag act">Node.js</span><span class="tag act">C++</span>' in page
    assert "cpp" not in page


def test_the_api_names_skills_beside_their_ids(ours: Workspace) -> None:
    with workspace_scope(ours.pk):
        posting = factories.posting()
        Requirement.objects.filter(posting=posting, position=5).update(skills=["cpp"])
        _, key = issue(posting.company, name="test")
    answer = Client().get(f"/api/v1/postings/{posting.pk}", headers={"Authorization": f"Bearer {key}"}).json()
    asked = answer["requirements"][5]
    assert (asked["skills"], asked["skill_names"]) == (["cpp"], ["C++"])
