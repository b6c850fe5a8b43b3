"""The journeys by name: which steps each has, in which order, and what a waiting person is told of them.

Only words stand here, so that pages and the API can show progress without being able to reach the work itself;
`recruit.journeys` binds each step to its function, and a test compares.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepPlan:
    """One step. `title` is what a person reads while it runs; `embeds` sends it to the worker that holds the model."""

    name: str
    title: str
    embeds: bool = False


PLANS: dict[str, tuple[StepPlan, ...]] = {
    "resume": (
        StepPlan("parse", "Reading the document"),
        StepPlan("embed", "Understanding the passages", embeds=True),
        StepPlan("classify", "Finding the layer"),
        StepPlan("rank", "Comparing with open roles"),
    ),
    "correction": (
        StepPlan("apply", "Applying what was said"),
        StepPlan("embed", "Understanding the passages", embeds=True),
        StepPlan("classify", "Finding the layer"),
        StepPlan("rank", "Comparing with open roles"),
    ),
    "pages": (StepPlan("draw", "Drawing the pages"),),
    "posting": (
        StepPlan("parse", "Reading the requirements"),
        StepPlan("embed", "Understanding the requirements", embeds=True),
        StepPlan("classify", "Finding the layer"),
        StepPlan("rank", "Ranking the candidates"),
    ),
    # what is asked was changed: the people's vectors stay
    "criteria": (
        StepPlan("embed", "Understanding the criteria", embeds=True),
        StepPlan("rank", "Ranking the candidates"),
    ),
    # another resume stands for a person now: everything in it is known, only its place is not
    "rerank": (
        StepPlan("embed", "Understanding the passages", embeds=True),
        StepPlan("rank", "Comparing with open roles"),
    ),
    # the same for a role whose requirements stand as they are
    "relist": (
        StepPlan("embed", "Understanding the requirements", embeds=True),
        StepPlan("rank", "Ranking the candidates"),
    ),
    "import": (StepPlan("take", "Taking in the resumes"),),
    "draft": (StepPlan("compose", "Writing the draft"),),
    "message": (StepPlan("send", "Sending the mail"),),
    "link": (StepPlan("send", "Sending the link"),),
    "arrival": (StepPlan("send", "Sending the link"),),
}


def step_after(journey: str, step: str) -> StepPlan | None:
    """The step that follows, or None after the last one."""
    names = [each.name for each in PLANS[journey]]
    following = PLANS[journey][names.index(step) + 1 :]
    return following[0] if following else None
