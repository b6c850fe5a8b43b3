# ruff: noqa: RUF001
"""Tables of personal facts, in the languages in which resumes carry them."""

from datetime import date

import pytest

from matching.profile import blind, read_profile
from matching.text import Text

TODAY = date(2026, 11, 1)
WORK = {
    "de": "Berufserfahrung\n03/2015 – heute  Softwareentwickler, Beispiel GmbH, Kassel\n- Dienste in Python\n",
    "fr": "Expérience professionnelle\n2015 - 2020 Ingénieur logiciel, Exemple SA\n- Services Python et Kubernetes\n",
    "it": "Esperienza professionale\n2015 - 2020 Sviluppatrice, Esempio SpA\n- Servizi in Python\n",
    "pl": "Doświadczenie zawodowe\n2015 - 2020 Programistka, Przykład Sp. z o.o.\n- Tworzenie usług w Pythonie\n",
}
TABLES = [
    (
        "Lebenslauf\n\nPersönliche Daten\nName: Jürgen Müller\nGeburtsdatum: 1.5.1980\n"
        "Geburtsort: Kassel-Wilhelmshöhe\n"
        "Familienstand: verheiratet, zwei Kinder\nStaatsangehörigkeit: deutsch\nKonfession: katholisch\n",
        "de",
        "Jürgen Müller",
        "Persönliche|Jürgen|Müller|1980|Wilhelmshöhe|verheiratet|Kinder|deutsch|katholisch",
    ),
    (
        "Lebenslauf\nAngaben zur Person\nVorname   Jürgen\nNachname   Müller\nGeburtsname   Schmidt\n"
        "Geburtsdatum und -ort   1.5.1980 in Kassel\nFamilienstand ledig\nNationalität deutsch\nKinder   keine\n",
        "de",
        "Jürgen Müller",
        "Jürgen|Müller|Schmidt|1980|ledig|deutsch|keine",
    ),
    (
        "LEBENSLAUF\n\nJürgen Müller\nGeburtsdatum\n1.5.1980\nFamilienstand\nverheiratet\nverheiratet, 2 Kinder\n"
        "geboren am 1.5.1980 in Kassel\n* 1.5.1980\n",
        "de",
        "Jürgen Müller",
        "Jürgen|Müller|1980|verheiratet|2 Kinder",
    ),
    (
        "Curriculum Vitae\n\nÉtat civil\nNom : Dupont\nPrénom : Jean-Pierre\nNé le 12 mars 1985 à Lyon\n"
        "Nationalité : française\nSituation familiale : marié, 2 enfants\n",
        "fr",
        "Jean-Pierre Dupont",
        "Dupont|Jean|1985|Lyon|française|marié|enfants",
    ),
    (
        "Currículum Vitae\nDatos personales\nNombre: María\nApellidos: García López\nFecha de nacimiento: 3/5/1984\n"
        "Lugar de nacimiento: Sevilla\nEstado civil: casada\nNacionalidad: española\nDNI: 12345678Z\n",
        "fr",
        "María García López",
        "María|García|López|1984|Sevilla|casada|española|12345678Z",
    ),
    (
        "Curriculum Vitae\n\nDati personali\nNome: Giulia\nCognome: Rossi\nData di nascita: 4/5/1986\n"
        "Stato civile: nubile\n"
        "Cittadinanza: italiana\nCodice fiscale: RSSGLI86E44H501X\n",
        "it",
        "Giulia Rossi",
        "Giulia|Rossi|1986|nubile|italiana|RSSGLI",
    ),
    (
        "Curriculum Vitae\n\nPersoonlijke gegevens\nNaam: Jan de Vries\nGeboortedatum: 4 mei 1981\nGeslacht: man\n"
        "Nationaliteit: Nederlandse\nBurgerlijke staat: gehuwd\n",
        "fr",
        "Jan de Vries",
        "Vries|1981|: man|Nederlandse|gehuwd",
    ),
    (
        "Życiorys\n\nDane osobowe\nImię i nazwisko: Katarzyna Wiśniewska\nData urodzenia: 12.03.1988\n"
        "Stan cywilny: mężatka\nObywatelstwo: polskie\nDzieci: 2\n",
        "pl",
        "Katarzyna Wiśniewska",
        "Katarzyna|Wiśniewska|1988|mężatka|polskie|Dzieci: 2",
    ),
    (
        "Curriculum Vitae\n\nDados pessoais\nNome: João da Silva\nData de nascimento: 4 de maio de 1981\n"
        "Naturalidade: Porto\nNacionalidade: portuguesa\nEstado civil: solteiro\n",
        "fr",
        "João da Silva",
        "João|Silva|1981|Porto|portuguesa|solteiro",
    ),
    (
        "Curriculum Vitae\n\nPersonal Details\nFull name: Ada Nakagawa\nDate of birth 1 May 1980\n"
        "Marital status married\n"
        "Nationality: Japanese\nPhoto: attached\n",
        "fr",
        "Ada Nakagawa",
        "Ada|Nakagawa|1980|married|Japanese|attached",
    ),
]


@pytest.mark.parametrize(("table", "work", "name", "hidden"), TABLES)
def test_a_table_of_personal_facts_gives_the_name_and_leaves_nothing_of_the_person(
    table: str, work: str, name: str, hidden: str
) -> None:
    profile = read_profile(Text(f"{table}\n{WORK[work]}"), today=TODAY)
    assert profile.field("basics.name") == name
    assert [each for each in hidden.split("|") if each in profile.blind.content.replace("Persönliche Daten", "")] == []
    assert [each.title for each in profile.entries] != []


def test_another_name_and_birth_in_such_a_table_change_nothing() -> None:
    table = TABLES[0][0] + "\n" + WORK["de"]
    other = (
        table.replace("Jürgen Müller", "Ayşe Yılmaz").replace("1.5.1980", "30.12.1961").replace("deutsch", "türkisch")
    )
    assert blind(table).text.content == blind(other).text.content


@pytest.mark.parametrize(
    "sentence",
    [
        "Worked for NATO in Brussels",
        "Name: the first service that we ran",
        "Age-based pricing and gender studies",
        "Project name: Kubernetes operator",
    ],
)
def test_ordinary_words_are_no_labels(sentence: str) -> None:
    content = f"Ada Nakagawa\n\nExperience\nEngineer, Fern Ltd, 2015 - 2020\n- {sentence}\n"
    assert sentence in blind(content).text.content


@pytest.mark.parametrize("born", ["Born 1 May 1980", "born: May 1, 1980", "Born 1.5.1980 in Leeds", "Born 1980"])
def test_a_birth_without_a_preposition_is_cut(born: str) -> None:
    assert "1980" not in blind(f"Ada Nakagawa\n{born}\n\nExperience\nEngineer, Fern Ltd\n").text.content
