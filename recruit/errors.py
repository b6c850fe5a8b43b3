"""A refusal, as every room raises it: what the person is told, and what the API calls it."""


class DomainError(Exception):
    """Strata refuses: `slug` is stable for machines, `sentence` tells a person what to do, `status` is HTTP's."""

    def __init__(self, slug: str, sentence: str, *, status: int = 409) -> None:
        super().__init__(sentence)
        self.slug = slug
        self.sentence = sentence
        self.status = status
