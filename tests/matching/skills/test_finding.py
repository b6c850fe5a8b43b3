"""Skills are found where they stand, the longest name wins, and ordinary words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.skills import VOCABULARY, find_skills

FOUND = [
    ("C++ and C#", ["cpp", "csharp"]),
    ("C/C++", ["c", "cpp"]),
    ("Languages: C, R, Go", ["c", "r", "go"]),
    (".NET and ASP.NET Core", ["dotnet", "dotnet"]),
    ("Node.js, Next.js, D3.js, Vue.js", ["nodejs", "nextjs", "d3", "vue"]),
    ("CI/CD and CI / CD", ["ci-cd", "ci-cd"]),
    ("k8s, Helm", ["kubernetes", "helm"]),
    ("a RAG pipeline with evals", ["rag", "llm-evals"]),
    ("LLMs and LLM", ["llm", "llm"]),
    ("Machine\nLearning", ["machine-learning"]),
    ("fine tuning, fine-tuning, finetuning", ["fine-tuning"] * 3),
    ("golang developer", ["go"]),
    ("services in Go.", ["go"]),
    ("Go developer", ["go"]),
    ("Python, R and SQL", ["python", "r", "sql"]),
    ("Java is not JavaScript", ["java", "javascript"]),
    ("PostgreSQL/pgvector", ["postgresql", "pgvector"]),
    ("Weights & Biases", ["weights-and-biases"]),
    ("Spark SQL", ["spark"]),
    ("QLoRA, LoRA and DoRA", ["qlora", "lora", "dora"]),
    ("scikit-learn", ["scikit-learn"]),
    ("amazon web services", ["aws"]),
    ("llama.cpp and vLLM", ["llama-cpp", "vllm"]),
    ("AI agents", ["agents"]),
    ("Triton kernels versus the Triton Inference Server", ["triton", "triton-server"]),
    ("React Native", ["react-native"]),
]
NOT_FOUND = [
    ("go to the office", "go"),
    ("Go to market strategy", "go"),
    ("Go ahead and apply", "go"),
    ("a Series C company", "c"),
    ("R&D budget", "r"),
    ("Mr. R. Smith", "r"),
    ("react to incidents", "react"),
    ("Spring 2019", "spring"),
    ("Excel at your work", "excel"),
    ("jane@spark.com", "spark"),
    ("the swift response", "swift"),
    ("rustic furniture", "rust"),
    ("a javascripty thing", "javascript"),
    ("storage of rags", "rag"),
    ("www.example.net", "dotnet"),
    ("the flask and the celery", "celery"),
]


@pytest.mark.parametrize(("text", "skills"), FOUND)
def test_a_text_names_these_skills_in_this_order(text: str, skills: list[str]) -> None:
    assert [each.skill for each in find_skills(text)] == skills


@pytest.mark.parametrize(("text", "skill"), NOT_FOUND)
def test_an_ordinary_word_is_no_skill(text: str, skill: str) -> None:
    assert skill not in {each.skill for each in find_skills(text)}


@pytest.mark.parametrize("identifier", sorted(VOCABULARY))
def test_every_alias_finds_its_own_skill(identifier: str) -> None:
    each = VOCABULARY[identifier]
    for alias in (*each.aliases, *each.exact):
        found = find_skills(f"{alias}, ")
        assert [mention.skill for mention in found] == [identifier], alias


@given(st.text(max_size=300))
def test_any_text_gives_mentions_in_order_without_overlap_inside_it(text: str) -> None:
    end = 0
    for each in find_skills(text):
        assert end <= each.start < each.end <= len(text)
        end = each.end
