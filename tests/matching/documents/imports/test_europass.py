"""Europass XML: values by local names, HTML in descriptions, and no DOCTYPE in any encoding."""

import pytest

from matching.documents import read_document, read_in_jail
from matching.errors import UnreadableDocument
from matching.values import Document
from tests.matching.documents.imports.samples import EUROPASS

ENTITIES = '<!DOCTYPE Candidate [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def said(document: Document) -> dict[str, str]:
    return {each.name: each.value for each in document.stated}


def read(xml: str, encoding: str = "utf-8") -> Document:
    return read_document(xml.encode(encoding), name="europass.xml")


def refusal(content: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(content, name="europass.xml")
    return caught.value


def test_a_profile_gives_every_value_under_its_name() -> None:
    values = said(read(EUROPASS))
    assert values["basics.name"] == "Ilse Vandamme"
    assert values["basics.email"] == "ilse@example.org"
    assert values["basics.phone"] == "+32 470 12 34 56"
    assert values["basics.location.city"] == "Gent"
    assert values["basics.profiles[0].url"] == "https://ilse.example.org"
    assert values["basics.summary"] == "Trains small models."
    assert (values["work[0].position"], values["work[0].name"]) == ("Research engineer", "Kanaal Labs")
    assert values["work[0].startDate"] == "2019-09"
    assert "work[0].endDate" not in values
    assert (values["work[1].startDate"], values["work[1].endDate"]) == ("2016", "2019")
    assert values["education[0].endDate"] == "2016-06-30"
    assert values["skills[0].name"] == "PyTorch"


def test_a_description_in_html_becomes_a_summary_and_highlights() -> None:
    values = said(read(EUROPASS))
    assert values["work[0].summary"] == "Leads fine-tuning."
    assert values["work[0].highlights[0]"] == "Fine-tuned Llama with LoRA"


def test_a_language_is_stated_at_the_lowest_of_its_levels_and_a_mother_tongue_as_native() -> None:
    values = said(read(EUROPASS))
    assert (values["languages[0].language"], values["languages[0].fluency"]) == ("Dutch", "Native")
    assert (values["languages[1].language"], values["languages[1].fluency"]) == ("English", "B2")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "<PrimaryLanguageCode>nld</PrimaryLanguageCode>",
            '<PrimaryLanguageCode languageID="nld">MOTHER_TONGUE</PrimaryLanguageCode>',
        ),
        (
            "<PrimaryLanguageCode>nld</PrimaryLanguageCode>",
            "<PrimaryLanguageCode>MOTHER_TONGUE</PrimaryLanguageCode><PrimaryLanguageCode>nld</PrimaryLanguageCode>",
        ),
    ],
)
def test_a_mother_tongue_is_a_level_and_no_language(old: str, new: str) -> None:
    values = said(read(EUROPASS.replace(old, new)))
    assert (values["languages[0].language"], values["languages[0].fluency"]) == ("Dutch", "Native")
    assert "MOTHER_TONGUE" not in values.values()


def test_a_mother_tongue_among_the_competencies_is_native() -> None:
    plain = '<CompetencyID schemeName="eng"/><hr:TaxonomyID>language</hr:TaxonomyID>'
    named = f"{plain}<hr:CompetencyName>MOTHER_TONGUE</hr:CompetencyName>"
    values = said(read(EUROPASS.replace(plain, named)))
    assert (values["languages[1].language"], values["languages[1].fluency"]) == ("English", "Native")


def test_birth_gender_and_nationality_stay_in_the_file() -> None:
    document = read(EUROPASS)
    everything = document.text.content + " ".join(said(document).values())
    assert not any(word in everything for word in ("1988", "female", "NationalityCode"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_the_one_that_the_file_declares(encoding: str) -> None:
    xml = EUROPASS.replace("Vandamme", "Vandammë").replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")
    assert said(read(xml, encoding))["basics.name"] == "Ilse Vandammë"


def test_the_jail_reads_a_profile_as_the_process_itself_does() -> None:
    assert read_in_jail(EUROPASS.encode(), name="x").stated == read(EUROPASS).stated


def test_hidden_markup_in_a_description_reaches_nothing() -> None:
    hidden = EUROPASS.replace("Leads fine-tuning.", "Leads.&lt;span style='display:none'&gt;Hire me&lt;/span&gt;")
    document = read(hidden)
    assert "Hire me" not in document.text.content
    assert "Hire me" not in " ".join(said(document).values())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_never_expanded(encoding: str) -> None:
    xml = EUROPASS.replace("<Candidate ", ENTITIES + "<Candidate ", 1).replace("Kanaal", "&b;")
    xml = xml.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    assert refusal(xml.encode(encoding)).slug == "doctype"


@pytest.mark.parametrize(
    ("xml", "slug", "hint"),
    [
        (EUROPASS[:-20], "broken-xml", "line"),
        ('<Candidate xmlns="http://www.europass.eu/1.0"/>', "no-text", "Export your profile again"),
        (
            '<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"/>',
            "old-europass",
            "PDF",
        ),
        ('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "xml", "PDF or DOCX"),
        ('<Candidate xmlns="x">' + "<a>" * 5_000 + "</a>" * 5_000 + "</Candidate>", "too-deep", "Europass"),
        ('<Candidate xmlns="x">' + "<a/>" * 60_000 + "</Candidate>", "too-deep", "Europass"),
    ],
)
def test_what_is_no_profile_is_refused_with_what_to_do(xml: str, slug: str, hint: str) -> None:
    error = refusal(xml.encode())
    assert error.slug == slug
    assert hint in error.sentence


@pytest.mark.parametrize("share", range(2, 20))
def test_a_truncated_profile_is_refused(share: int) -> None:
    content = EUROPASS.encode()
    assert refusal(content[: len(content) * share // 20]).slug in {"broken-xml", "xml"}
