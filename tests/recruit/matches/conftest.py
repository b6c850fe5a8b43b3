"""The house in which resumes are really read and ranked."""

from tests.recruit.candidates.conftest import house, live

__all__ = ["house", "live"]
