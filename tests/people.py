"""Eight invented people with whole resumes, for tests and for the pictures of the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.role import AGENTS, EUROPE, EVALS, K8S, MCP, PYTHON, RAG


@dataclass(frozen=True)
class Person:
    """A person whose resume is `text`; `verdicts` ties a requirement to its verdict and a quote of that text."""

    name: str
    alias: str
    text: str
    email: str = ""
    place: str = ""
    layer: str = "1"
    background: str = "product engineer"
    seniority: float = 1.0
    probabilities: Mapping[str, float] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()
    verdicts: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def _resume(name: str, contact: str, summary: str, work: str, education: str, skills: str) -> str:
    return (
        f"{name}\n{contact}\n\nSummary\n{summary}\n\nExperience\n{work}\n\nEducation\n{education}\n\nSkills\n{skills}\n"
    )


_MIRA = _resume(
    "Mira Halvorsen",
    "mira.halvorsen@example.org · +47 412 90 118 · Bergen, Norway",
    "Engineer for systems built around language models: retrieval, tools, and measuring what makes them dependable.",
    "Staff Engineer, Fjordline Logistics\nMarch 2022 - Present\n"
    "- Ran document retrieval for 40,000 daily users, with answers that cite the clause they rest on.\n"
    "- Built the dispatcher's agent: nine tools, a spending limit for each conversation, and a replay of every step.\n"
    "- Wrote 1,400 graded cases with the support team; releases wait for them and two were stopped by them.\n\n"
    "Senior Engineer, Papirkompaniet\nJune 2017 - February 2022\n"
    "- Moved the contract search of an insurer from SQL to hybrid retrieval in Python.\n"
    "- Kept eleven services on Kubernetes through a change of data centre.",
    "MSc Informatics, University of Bergen, 2017",
    "Python, retrieval, tool calling, PostgreSQL, Kubernetes, evaluation",
)
_TOMAS = _resume(
    "Tomas Reiter",
    "tomas.reiter@example.net | Graz, Austria",
    "Architect of a subscription product who moved into assistants two years ago.",
    "Principal Engineer, Ledgerleaf\nJanuary 2021 - Present\n"
    "- Put an assistant with retrieval over 2 million invoices in front of 600 accountants.\n"
    "- Published our ledger as an MCP server; three customers built on it within a quarter.\n"
    "- Gave the assistant six tools for corrections, each behind a confirmation.\n\n"
    "Engineer, Almwerk Software\nMay 2014 - December 2020\n"
    "- Wrote billing services in Python and Go for eight countries.",
    "BSc Software Engineering, Graz University of Technology, 2014",
    "Python, Go, PostgreSQL, MCP, retrieval",
)
_ADAEZE = _resume(
    "Adaeze Nwosu",
    "adaeze@nwosu.example · Lisbon, Portugal",
    "Machine-learning engineer: adaptation of small models, and their evaluation.",
    "Machine Learning Engineer, Quarry Health\nSeptember 2020 - Present\n"
    "- Fine-tuned a 7B model with LoRA on 90,000 de-identified notes and served it at a tenth of the former cost.\n"
    "- Built the evaluation harness that clinicians and engineers both sign.\n"
    "- Kept a Python feature service for five product teams.\n\n"
    "Data Scientist, Rua Verde\nOctober 2018 - August 2020\n"
    "- Forecast demand for 300 shops.",
    "MSc Statistics, University of Porto, 2018",
    "Python, PyTorch, LoRA, evaluation, quantisation",
)
_JONAS = _resume(
    "Jonas Albrecht",
    "jonas.albrecht@example.com, Berlin",
    "Runs the internal systems of a mid-sized manufacturer.",
    "IT Systems Engineer, Kessler Pumpen\nApril 2016 - Present\n"
    "- Connected the service desk to a hosted language model with a look-up in our manuals for 900 colleagues.\n"
    "- Operate forty servers and the Kubernetes cluster that replaced half of them.\n"
    "- Automate with Python scripts every week.",
    "Fachinformatiker, IHK Berlin, 2012",
    "Python, Kubernetes, Linux, LDAP",
)
_PRIYA = _resume(
    "Priya Raman",
    "priya.raman@example.org · Toronto, Canada",
    "Researcher in the training of large models.",
    "Research Scientist, Boreal Compute\nJuly 2019 - Present\n"
    "- Trained a 13B model from scratch on 512 accelerators and halved its restarts.\n"
    "- Wrote fused attention kernels that two other groups took up.\n"
    "- Published at NeurIPS and ICML on the stability of optimisers.",
    "PhD Computer Science, University of Waterloo, 2019",
    "Python, CUDA, JAX, distributed training",
)
_LENA = _resume(
    "Lena Kowalczyk",
    "lena.kowalczyk@example.eu, Gdańsk, Poland",
    "Product engineer who likes the last mile.",
    "Software Engineer, Baltic Booking\nFebruary 2021 - Present\n"
    "- Shipped the chat that changes a ferry booking by itself, with three tools and a hand-over to people.\n"
    "- Cut its wrong answers by 31 percent after labelling 600 conversations.\n"
    "- Four years of Python services on call.",
    "BEng Computing, Gdańsk University of Technology, 2020",
    "Python, TypeScript, tool calling, PostgreSQL",
)
_OWEN = _resume(
    "Owen Price",
    "owen@price.example · Cardiff, United Kingdom",
    "Head of engineering across data, models and product.",
    "Head of Engineering, Harbour Insurance\nAugust 2018 - Present\n"
    "- Lead four groups, from the data platform to the assistants of our claims desk.\n"
    "- Decided with the board where models may answer alone and where a person must.\n"
    "- Put retrieval over policies into the hands of 1,100 adjusters.",
    "BSc Mathematics, Cardiff University, 2006",
    "Leadership, architecture, Python, risk",
)
_SARA = _resume(
    "Sara Lindqvist",
    "sara.lindqvist@example.se, Uppsala",
    "Student, about to finish.",
    "Teaching Assistant, Uppsala University\nSeptember 2025 - Present\n"
    "- Help eighty students with their first programs in Python.\n\n"
    "Projects\nLecture search\n"
    "- Made a small search with answers over lecture notes for my course.",
    "BSc Computer Science, Uppsala University, 2026",
    "Python, SQL",
)

PEOPLE: tuple[Person, ...] = (
    Person(
        "Mira Halvorsen",
        "K7QM4",
        _MIRA,
        "mira.halvorsen@example.org",
        "Bergen, Norway",
        "1",
        "product engineer",
        probabilities={"1": 0.94, "2": 0.22, "3": 0.03, "cross_layer": 0.12, "none": 0.01},
        quotes=("Built the dispatcher's agent: nine tools", "Ran document retrieval for 40,000 daily users"),
        verdicts={
            RAG: (
                "met",
                "Ran document retrieval for 40,000 daily users, with answers that cite the clause they rest on.",
            ),
            PYTHON: ("met", "hybrid retrieval in Python"),
            AGENTS: ("met", "Built the dispatcher's agent: nine tools, a spending limit for each conversation"),
            EVALS: ("met", "Wrote 1,400 graded cases with the support team"),
            EUROPE: ("met", "Bergen, Norway"),
            K8S: ("met", "Kept eleven services on Kubernetes"),
        },
    ),
    Person(
        "Tomas Reiter",
        "2HFDX",
        _TOMAS,
        "tomas.reiter@example.net",
        "Graz, Austria",
        "1",
        "SaaS architect",
        probabilities={"1": 0.88, "2": 0.08, "3": 0.02, "cross_layer": 0.21, "none": 0.04},
        quotes=("Gave the assistant six tools for corrections",),
        verdicts={
            RAG: ("met", "Put an assistant with retrieval over 2 million invoices in front of 600 accountants."),
            PYTHON: ("met", "Wrote billing services in Python and Go for eight countries."),
            AGENTS: ("met", "Gave the assistant six tools for corrections, each behind a confirmation."),
            EUROPE: ("met", "Graz, Austria"),
            MCP: ("met", "Published our ledger as an MCP server"),
        },
    ),
    Person(
        "Lena Kowalczyk",
        "W9TNC",
        _LENA,
        "lena.kowalczyk@example.eu",
        "Gdańsk, Poland",
        "1",
        "product engineer",
        0.8,
        probabilities={"1": 0.81, "2": 0.11, "3": 0.02, "cross_layer": 0.05, "none": 0.09},
        quotes=("Shipped the chat that changes a ferry booking by itself",),
        verdicts={
            PYTHON: ("partly", "Four years of Python services on call."),
            AGENTS: ("met", "Shipped the chat that changes a ferry booking by itself, with three tools"),
            EVALS: ("partly", "Cut its wrong answers by 31 percent after labelling 600 conversations."),
            EUROPE: ("met", "Gdańsk, Poland"),
        },
    ),
    Person(
        "Adaeze Nwosu",
        "5PRVB",
        _ADAEZE,
        "adaeze@nwosu.example",
        "Lisbon, Portugal",
        "2",
        "ML engineer",
        probabilities={"1": 0.27, "2": 0.92, "3": 0.18, "cross_layer": 0.06, "none": 0.02},
        quotes=("Fine-tuned a 7B model with LoRA on 90,000 de-identified notes",),
        verdicts={
            PYTHON: ("met", "Kept a Python feature service for five product teams."),
            EVALS: ("met", "Built the evaluation harness that clinicians and engineers both sign."),
            EUROPE: ("met", "Lisbon, Portugal"),
        },
    ),
    Person(
        "Jonas Albrecht",
        "D3XEG",
        _JONAS,
        "jonas.albrecht@example.com",
        "Berlin",
        "1",
        "internal IT",
        0.9,
        probabilities={"1": 0.55, "2": 0.04, "3": 0.01, "cross_layer": 0.06, "none": 0.41},
        quotes=("Connected the service desk to a hosted language model",),
        verdicts={
            RAG: ("partly", "a look-up in our manuals for 900 colleagues"),
            PYTHON: ("partly", "Automate with Python scripts every week."),
            EUROPE: ("met", "Berlin"),
            K8S: ("met", "the Kubernetes cluster that replaced half of them"),
        },
    ),
    Person(
        "Owen Price",
        "7YBHL",
        _OWEN,
        "owen@price.example",
        "Cardiff, United Kingdom",
        "cross_layer",
        "technical leader",
        probabilities={"1": 0.48, "2": 0.31, "3": 0.08, "cross_layer": 0.86, "none": 0.04},
        quotes=("Lead four groups, from the data platform to the assistants",),
        verdicts={
            RAG: ("partly", "Put retrieval over policies into the hands of 1,100 adjusters."),
            PYTHON: ("partly", "Leadership, architecture, Python, risk"),
        },
    ),
    Person(
        "Priya Raman",
        "N4KZS",
        _PRIYA,
        "priya.raman@example.org",
        "Toronto, Canada",
        "3",
        "academic researcher",
        probabilities={"1": 0.06, "2": 0.34, "3": 0.96, "cross_layer": 0.05, "none": 0.01},
        quotes=("Trained a 13B model from scratch on 512 accelerators",),
        verdicts={
            PYTHON: ("met", "Python, CUDA, JAX, distributed training"),
            EUROPE: ("contradicted", "Toronto, Canada"),
        },
    ),
    Person(
        "Sara Lindqvist",
        "M8GQJ",
        _SARA,
        "sara.lindqvist@example.se",
        "Uppsala",
        "none",
        "student",
        0.2,
        probabilities={"1": 0.31, "2": 0.05, "3": 0.02, "cross_layer": 0.02, "none": 0.66},
        verdicts={
            RAG: ("partly", "Made a small search with answers over lecture notes for my course."),
            PYTHON: ("partly", "Help eighty students with their first programs in Python."),
            EUROPE: ("met", "Uppsala"),
        },
    ),
)
