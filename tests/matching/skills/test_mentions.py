"""A sentence that names a skill shows it, denies it, hopes for it, or tells of others."""

import pytest

from matching.skills import Polarity, polarity

SHOWN = [
    "Built retrieval services in *Python* for three years.",
    "Strong *Kubernetes* skills.",
    "I know *Rust*.",
    "*Docker*, Terraform and Helm",
    "No Kubernetes, but I have run *Docker* in production.",
    "Not familiar with AWS, worked mostly on *GCP*.",
    "Not only *Python* but also Rust.",
    "Experience not limited to *Python*.",
    "I have never used Java; *Kotlin* is my daily language.",
    "Eager to learn Rust. Five years of *Go*.",
    "Seeking a role where I can use my *Python* skills.",
    "Looking to leverage my *PyTorch* experience.",
    "Interested in infrastructure, and I have run *Kafka* clusters.",
    "Managed a team of five and built services in *Go*.",
    "As part of a team that built ranking models in *PyTorch*, I owned training.",
    "Trained deep learning models with *TensorFlow*.",
    "Applied machine learning with *scikit-learn* to churn.",
    "Migrated from Jenkins to *GitHub Actions*.",
    "Mentored two juniors and wrote the *Django* backend.",
    "Passed the exam without trouble. Used *Java* daily.",
    "My team owned search, while I wrote the *Elasticsearch* plugins.",
    "Worked with product managers to ship *React* features.",
    "No less than four years of *SQL*.",
    "Reduced latency with *Redis* although we had no dashboards.",
]
NEGATED = [
    "No experience with *Kubernetes*.",
    "No experience with Docker, *Kubernetes* or Terraform.",
    "no prior experience in *Java*",
    "Not familiar with *AWS*.",
    "I am not yet familiar with *Terraform*.",
    "I have never used *Rust*.",
    "I haven't worked with *PyTorch*.",
    "I haven\u2019t used *PyTorch*",
    "Have not used *Kafka* in production.",
    "Little to no exposure to *Scala*.",
    "Limited to no experience with *GraphQL*",
    "Lacks *Kubernetes* experience and lacks knowledge of *Helm*",
    "Unfamiliar with *Airflow*.",
    "We chose FastAPI instead of *Django*.",
    "Strong in Python, no knowledge of *Java*.",
    "*Kubernetes*: none",
    "*Kubernetes* (no experience)",
    "*Rust* is not something I have used.",
    "Go I know; *Haskell* I have never touched.",
    "I do not know *C++*.",
    "Has yet to use *Terraform*.",
    "Fluent in Go, but never worked with *Rust*.",
]
ASPIRED = [
    "Eager to learn *Rust*.",
    "I would love to work with *PyTorch*.",
    "I'd like to learn *Go*.",
    "Interested in *machine learning*.",
    "Interested in *reinforcement learning* and robotics.",
    "Looking to grow into *MLOps*.",
    "Hoping to move into *deep learning*.",
    "Currently learning *Kubernetes*.",
    "Learning *Rust* in my free time.",
    "*Rust* (learning)",
    "*Rust* \u2013 currently learning",
    "Excited to explore *LangGraph*.",
    "Want to deepen *CUDA* knowledge, and want to get into *CUDA*.",
    "Passionate about *generative AI*.",
    "Aspiring *machine learning* engineer.",
    "Seeking a junior role in *data science*.",
    "Planning to learn *Terraform* next year.",
    "*JAX* is something I want to learn.",
    "Keen to build *agents*.",
    "Never used Go, but eager to learn *Rust*.",
]
OTHERS = [
    "Managed a team that used *PyTorch*.",
    "Led engineers who built services in *Go*.",
    "Managed a group of contractors using *Angular*.",
    "Our data scientists trained models with *TensorFlow*.",
    "The vendor developed the front end in *React*.",
    "The platform was written in *Scala* by another team.",
    "*PyTorch* models were trained by the research team.",
    "Hired senior *Java* engineers.",
    "Recruited *Kubernetes* administrators for clients.",
    "Supervised students working with *PyTorch*.",
    "Supported customers running *Kubernetes*.",
    "Product owner for a squad that maintained *Kafka*.",
]
CASES = [
    (sentence, meaning)
    for meaning, sentences in (
        (Polarity.SHOWN, SHOWN),
        (Polarity.NEGATED, NEGATED),
        (Polarity.ASPIRED, ASPIRED),
        (Polarity.OTHERS, OTHERS),
    )
    for sentence in sentences
]


@pytest.mark.parametrize(("marked", "meaning"), CASES)
def test_a_sentence_claims_of_the_marked_skill_what_a_reader_would_say(marked: str, meaning: Polarity) -> None:
    before, skill, *rest = marked.split("*")
    sentence = before + skill + "".join(rest)
    assert polarity(sentence, len(before), len(before) + len(skill)) is meaning
