# ruff: noqa: RUF001
import pytest

from recruit.candidates.likeness.names import Fit, best_fit, fit


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("Øystein Åsgård", "Oeystein Aasgaard"),
        ("Дмитрий Щербаков", "Dmitry Shcherbakov"),
        ("Евгений Хрущёв", "Yevgeny Khrushchev"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("Ελένη Μπακογιάννη", "Eleni Bakogianni"),
        ("张伟", "Wei Zhang"),
        ("Nguyễn Văn Đức", "Duc Van Nguyen"),
        ("Müller, Hans", "Hans Müller"),
        ("Dr. Hans Müller", "Hans Müller"),
        ("Sean O'Brien", "Sean O’Brien"),
        ("Jean-Luc Picard", "Jean Luc Picard"),
    ],
)
def test_spelling_script_and_order_make_no_other_name(one: str, two: str) -> None:
    assert fit(one, two) is fit(two, one) is Fit.SAME


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Bob Jones", "Robert Jones", Fit.CLOSE),
        ("Anna Kowalczyk", "Anna Kowalczik", Fit.SAME),
        ("Anna Kowalczyk", "Anna Kowalzcyk", Fit.CLOSE),
        ("Priya Raman", "Pria Raman", Fit.SAME),
        ("Robert Jones", "Rovert Jones", Fit.SLIP),
        ("J. Smith", "John Smith", Fit.COMPATIBLE),
        ("Maria Luisa Ferreira Costa", "Maria Costa", Fit.COMPATIBLE),
        ("Anna Schmidt", "Anna Weber", Fit.RENAMED),
        ("Anna", "Anna Meyer", Fit.UNKNOWN),
        ("", "Anna Meyer", Fit.UNKNOWN),
    ],
)
def test_what_people_do_to_names_is_told_apart(one: str, two: str, expected: Fit) -> None:
    assert fit(one, two) is fit(two, one) is expected


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Anna Meyer", "Jonas Meyer"),
        ("Paul Meyer", "Paula Meyer"),
        ("Mario Rossi", "Maria Rossi"),
        ("John A. Smith", "John B. Smith"),
        ("John Smith Jr.", "John Smith Sr."),
        ("Hans Müller", "Jans Müller"),
        ("Chang Li", "Kang Li"),
    ],
)
def test_siblings_and_generations_are_different_people(one: str, two: str) -> None:
    assert fit(one, two) is fit(two, one) is Fit.DIFFERENT


def test_of_several_names_the_best_fit_counts() -> None:
    assert best_fit(["A. Meyer", "Anna Weber"], ["Anna Weber"]) is Fit.SAME
    assert best_fit([], ["Anna Weber"]) is Fit.UNKNOWN
