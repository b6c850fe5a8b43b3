"""The classifier as its users meet it: ranges, quotes, abstention, determinism, and hard cases with the real model."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.classification import LABELS, load_classifier
from matching.classification.corpus import corpus_hash, examples, passages_of
from matching.embedding import SentenceTransformerEncoder, default_encoder
from matching.errors import ModelUnavailable
from matching.layers import Background, Layer
from matching.profile import read_profile
from matching.text import Span, Text
from matching.values import LayerReading, Passage, Section
from tests.doubles import FixedEncoder

REACT = """Flintwood makes AI-powered invoicing. Our AI-powered engine, AI-powered search, AI-powered alerts and
AI-powered reports delight users.
We are an AI-powered company with an AI-powered culture, AI-powered growth and AI-powered values.
Build accessible React components in TypeScript for our AI-powered dashboard.
Write tests with Vitest and keep the CSS of our AI-powered design system small.
You have four years of frontend work and care about keyboard users. AI-powered perks included."""

RETRIEVAL = """Software developer, 2016 to today
Ran the question service of a trade union: passages are looked up in an index of agreements, put before the model
and cited under each answer.
Built the small services that the model may call (wage tables, notice periods, member lookup), each with limits.
Replays last month's questions before every change of provider.
Keeps answers under two seconds and says nothing when no agreement covers the case."""

CHEMIST = """Doctorate in inorganic chemistry, five papers on zeolites.
Synthesis, X-ray diffraction and calorimetry; responsible for the laboratory's gas cabinets.
Supervised bachelor students. Looks for a position in process development."""


CLERK = """Office clerk, orthopaedic practice
Answered the telephone, took messages and passed on urgent calls.
Read the shared mailbox each hour and forwarded what doctors had to see.
Typed letters, ordered forms and kept appointments in the practice software."""

BACKEND = """Backend engineer, six years of Kotlin and Go
Shipped the add-on store with search and payments; partners connect through our public API.
Cut response times by caching, wrote alerts and dashboards, on call one week in five.
Automated deployments and mentored two juniors."""


HEAD_OF_BOTH = """You take charge of everything that learns at our ferry company.
Two groups report to you: one builds the booking assistant with retrieval and tool calls on hosted models.
The other trains and serves the models that predict load, fuel and delays.
You set strategy and budget, choose what is built or bought, and answer to the board for both."""

HEAD_OF_FORECASTS = """You lead seven data scientists who predict how many passengers come.
Gradient boosting, sequence models, back-testing, retraining, monitoring of drift in production.
You hire, set goals and review features and experiments."""


def read(
    text: str, encoder: FixedEncoder | SentenceTransformerEncoder, *, kind: str = "posting", title: str | None = None
) -> LayerReading:
    passages = passages_of(text)
    vectors = encoder.encode([each.embedded_text for each in passages])
    return load_classifier().classify(passages, vectors, kind=kind, original=text, title=title)


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    return default_encoder()


texts = st.lists(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120), max_size=8
).map("\n".join)


@settings(max_examples=60, deadline=None)
@given(texts)
def test_probabilities_are_a_distribution_over_the_five_answers(text: str) -> None:
    found = read(text, FixedEncoder()).probabilities
    assert set(found) == set(LABELS)
    assert all(0 <= each <= 1 for each in found.values())
    assert sum(found.values()) == pytest.approx(1)


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(["posting", "resume"]))
def test_every_quote_stands_at_its_span(text: str, kind: str) -> None:
    reading = read(text, FixedEncoder(), kind=kind)
    assert all(each.quote == text[each.span.start : each.span.end] for each in reading.evidence)
    assert all(0 <= each.weight <= 1 for each in reading.evidence)
    assert reading.background_quote in text


def test_quotes_are_cut_from_the_original_not_from_the_blind_text() -> None:
    original = "Ana Roth trains fraud models with gradient boosting."
    blind = Passage("[name] trains fraud models with gradient boosting.", Span(0, len(original)), Section.WORK)
    vectors = FixedEncoder().encode([blind.text])
    reading = load_classifier().classify([blind], vectors, kind="resume", original=original)
    assert reading.evidence[0].quote == original


def test_an_empty_text_is_abstained_from() -> None:
    reading = load_classifier().classify([], np.zeros((0, 384), dtype=np.float32), kind="posting", original="")
    assert reading.abstained
    assert reading.evidence == ()


def test_an_empty_text_says_that_nothing_was_read_and_hints_at_no_layer() -> None:
    reading = load_classifier().classify([], np.zeros((0, 384), dtype=np.float32), kind="resume", original="")
    assert reading.nothing_read
    assert reading.primary is Layer.NONE
    assert set(reading.probabilities.values()) == {0.2}
    assert not read("Baker.", FixedEncoder()).nothing_read


def test_the_primary_layer_is_the_likeliest() -> None:
    reading = read(RETRIEVAL, FixedEncoder())
    assert reading.probabilities[reading.primary] == max(reading.probabilities.values())


def test_one_vector_a_passage_is_asked_for() -> None:
    vectors = np.zeros((0, 384), np.float32)
    with pytest.raises(ValueError, match="give one vector a passage"):
        load_classifier().classify(passages_of("One line."), vectors, kind="posting", original="One line.")


def test_only_people_get_a_background_and_distances() -> None:
    assert read(RETRIEVAL, FixedEncoder(), kind="posting").background is None
    person = read(RETRIEVAL, FixedEncoder(), kind="resume")
    assert person.background is Background.PRODUCT_ENGINEER
    assert set(person.distance) == {Layer.ORCHESTRATION, Layer.ADAPTATION, Layer.FOUNDATIONS}


def test_background_moves_no_probability() -> None:
    probabilities = [read(RETRIEVAL, FixedEncoder(), kind=kind).probabilities for kind in ("posting", "resume")]
    assert probabilities[0] == probabilities[1]


def test_a_missing_model_file_says_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="train_layers"):
        load_classifier(tmp_path / "layers.json")


def test_the_shipped_model_was_trained_on_this_corpus() -> None:
    card = load_classifier().card
    assert card["corpus_sha256"] == corpus_hash()
    assert card["examples"] == len(examples())


def test_the_card_keeps_its_floors() -> None:
    figures = load_classifier().card["cross_validation"]
    assert figures["f1_macro"] >= 0.85
    assert figures["ece"] <= 0.05
    assert figures["accuracy_when_decided"] >= 0.85
    assert figures["coverage"] >= 0.9


@pytest.mark.model
def test_eleven_times_ai_powered_is_still_no_layer(encoder: SentenceTransformerEncoder) -> None:
    assert REACT.count("AI-powered") >= 11
    assert read(REACT, encoder, title="React Developer").primary is Layer.NONE
    assert read(REACT, encoder).primary is Layer.NONE


@pytest.mark.model
def test_retrieval_and_tool_services_without_a_framework_are_layer_one(encoder: SentenceTransformerEncoder) -> None:
    assert read(RETRIEVAL, encoder, kind="resume").primary is Layer.ORCHESTRATION


@pytest.mark.model
def test_a_doctorate_alone_is_not_layer_three(encoder: SentenceTransformerEncoder) -> None:
    assert read(CHEMIST, encoder, kind="resume").primary is Layer.NONE


@pytest.mark.model
@pytest.mark.parametrize("text", [CLERK, BACKEND])
def test_ordinary_work_is_no_layer(encoder: SentenceTransformerEncoder, text: str) -> None:
    reading = read(text, encoder, kind="resume")
    assert reading.primary is Layer.NONE
    assert not reading.abstained


@pytest.mark.model
def test_whoever_leads_two_layers_is_cross_layer_and_whoever_leads_one_is_not(
    encoder: SentenceTransformerEncoder,
) -> None:
    assert read(HEAD_OF_BOTH, encoder, title="Head of AI").primary is Layer.CROSS_LAYER
    assert read(HEAD_OF_FORECASTS, encoder, title="Head of Forecasting").primary is Layer.ADAPTATION


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trained a 7B language model from scratch", Layer.FOUNDATIONS),
        ("Built RAG agents with LangChain", Layer.ORCHESTRATION),
        ("Senior LLM Engineer", Layer.ORCHESTRATION),
        ("Fine-tuned BERT to sort complaints", Layer.ADAPTATION),
        ("React developer", Layer.NONE),
    ],
)
def test_one_line_is_read_from_what_it_says_with_the_line_as_its_quote(
    encoder: SentenceTransformerEncoder, line: str, expected: Layer
) -> None:
    profile = read_profile(Text(line), today=date(2026, 1, 1))
    vectors = encoder.encode([each.embedded_text for each in profile.passages])
    reading = load_classifier().classify(profile.passages, vectors, kind="resume", original=line)
    assert reading.primary is expected
    assert [each.quote for each in reading.evidence][:1] == [line]


@pytest.mark.model
def test_a_text_without_work_is_abstained_from(encoder: SentenceTransformerEncoder) -> None:
    assert read("We offer competitive pay and a friendly team.", encoder).abstained


@pytest.mark.model
def test_company_praise_does_not_turn_the_answer(encoder: SentenceTransformerEncoder) -> None:
    duties = "Train churn and pricing models in Python, validate them by back-testing, retrain when they drift.\n" * 2
    praise = "We are the leading platform for AI agents, loved by developers.\nOur generative AI wins awards.\n" * 3
    assert read(praise + duties, encoder).primary is Layer.ADAPTATION


@pytest.mark.model
def test_the_same_text_gives_the_same_numbers(encoder: SentenceTransformerEncoder) -> None:
    assert read(RETRIEVAL, encoder, kind="resume") == read(RETRIEVAL, encoder, kind="resume")
