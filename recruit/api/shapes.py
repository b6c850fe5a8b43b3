"""What goes in and out, as serializers: they validate requests and describe the OpenAPI schema.

Answers are built as plain values from rows that were fetched in a constant number of queries, not by nested
serializers (PERFORMANCE.md 10).
"""

from typing import Any

from rest_framework import serializers

POSTING_STATES = ["received", "open", "closed", "refused"]
LIST_STATES = ["ranking", "ranked", "refused"]


class NewPostingShape(serializers.Serializer[Any]):
    """The body of `POST /api/v1/postings`."""

    title = serializers.CharField(max_length=200, help_text="The role's title, as candidates would read it.")
    text = serializers.CharField(max_length=60_000, help_text="The whole ad: plain text, Markdown or HTML.")
    reference = serializers.CharField(
        max_length=120, required=False, allow_blank=True, default="", help_text="Your own number for this role."
    )

    @property
    def ignored(self) -> list[str]:
        """Names of fields that were sent and are not read here, so that nothing is dropped in silence."""
        names = (str(each) for each in self.initial_data if each not in self.fields)
        return sorted(each.encode("ascii", "backslashreplace").decode().replace("\x00", "")[:80] for each in names)[:50]


class RequirementShape(serializers.Serializer[Any]):
    """One requirement as it was read, with its place in the text."""

    text = serializers.CharField()
    kind = serializers.CharField()
    priority = serializers.ChoiceField(["must", "nice", "avoid"])
    years = serializers.FloatField(allow_null=True)
    skills = serializers.ListField(child=serializers.CharField(), help_text="Short ids that never change.")
    skill_names = serializers.ListField(
        child=serializers.CharField(), help_text="The same skills as people call them, in the same order."
    )
    any_of = serializers.BooleanField(help_text="True: one of the skills is enough.")
    span = serializers.ListField(child=serializers.IntegerField(), min_length=2, max_length=2)


class PostingShape(serializers.Serializer[Any]):
    """A posting. `ranked` turns true when its list can be read."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    reference = serializers.CharField()
    state = serializers.ChoiceField(POSTING_STATES)
    refusal = serializers.CharField(help_text="Why it was refused, and what to do; empty otherwise.")
    layer = serializers.CharField()
    layers = serializers.DictField(child=serializers.FloatField())
    ranked = serializers.BooleanField()
    run = serializers.IntegerField(allow_null=True)
    created_at = serializers.DateTimeField()
    requirements = RequirementShape(many=True)


class PostedShape(PostingShape):
    """The answer to a new posting."""

    ignored = serializers.ListField(
        child=serializers.CharField(), help_text="Fields of your request that are not read here."
    )


class PostingPageShape(serializers.Serializer[Any]):
    """One page of postings, newest first."""

    postings = PostingShape(many=True)
    next = serializers.CharField(allow_null=True, help_text="The cursor of the next page.")


class EvidenceShape(serializers.Serializer[Any]):
    """The verdict on one requirement with the verbatim quote from the resume."""

    requirement = serializers.CharField()
    priority = serializers.CharField()
    verdict = serializers.ChoiceField(["met", "partly", "not shown", "contradicted"])
    strength = serializers.FloatField()
    quote = serializers.CharField()
    reason = serializers.CharField()
    change = serializers.CharField(help_text="What would change this verdict, in one sentence; empty where it is met.")


class MatchShape(serializers.Serializer[Any]):
    """One released person with the evidence for each requirement."""

    candidate = serializers.CharField(help_text="The alias under which your recruiter speaks of this person.")
    name = serializers.CharField()
    rank = serializers.IntegerField(help_text="Place among everybody in this run, released or not.")
    judged = serializers.BooleanField(
        help_text="False: not yet judged in detail, and placed below everybody who is, by first-stage similarity."
    )
    score = serializers.FloatField(allow_null=True, help_text="The fit in [0, 1]; null where not judged.")
    first_stage = serializers.FloatField(allow_null=True, help_text="Similarity to the posting where not judged.")
    parts = serializers.DictField(child=serializers.FloatField())
    layer = serializers.CharField()
    released_at = serializers.DateTimeField()
    evidence = EvidenceShape(many=True)


class MatchListShape(serializers.Serializer[Any]):
    """The people whom your recruiter released to you, best first, as of one run."""

    posting = serializers.UUIDField()
    run = serializers.IntegerField(allow_null=True)
    state = serializers.ChoiceField(LIST_STATES)
    matches = MatchShape(many=True)
