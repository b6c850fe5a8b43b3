"""The ad that the people of `tests.people` are compared with."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """An ad, the words in it that became requirements, and the words that speak for its layer."""

    text: str
    requirements: tuple[tuple[str, str], ...]
    quotes: tuple[str, ...]


RAG = "Retrieval-augmented generation in production"
PYTHON = "Five years of Python"
AGENTS = "Agents that call tools"
EVALS = "An evaluation suite that you built"
EUROPE = "Able to work from Europe"
K8S = "Kubernetes"
MCP = "MCP servers"

ROLE = Role(
    text=(
        "Northwind moves freight for eleven thousand small shippers. Our dispatch desk answers forty thousand "
        "questions a day, and a third of them already go through software that our platform group writes.\n\n"
        "What you will do\n"
        "Own the services that let a language model read our contracts, look up a shipment and propose a rebooking. "
        "You will sit with dispatchers, measure what goes wrong and make it go right. We are a young team with a "
        "strong writing habit.\n\n"
        "What you bring\n"
        f"- {RAG}, with users who depend on it\n"
        f"- {PYTHON}, most of it in services that somebody else had to run at night\n"
        f"- {AGENTS} and stay inside a budget of time and money\n"
        f"- {EVALS} and that people believed\n"
        f"- {EUROPE} without sponsorship\n\n"
        "Good to have\n"
        f"- {K8S}\n"
        f"- {MCP} or another open protocol for tools\n"
    ),
    requirements=(
        ("must", RAG),
        ("must", PYTHON),
        ("must", AGENTS),
        ("must", EVALS),
        ("must", EUROPE),
        ("nice", K8S),
        ("nice", MCP),
    ),
    quotes=("let a language model read our contracts", AGENTS),
)
