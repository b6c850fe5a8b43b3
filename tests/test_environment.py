import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = (ROOT / "recruit" / "settings.py").read_text()
SUPERVISOR = (ROOT / "recruit" / "local" / "supervisor.py").read_text()
EXAMPLE = (ROOT / "deploy" / "env.example").read_text()


def test_every_variable_that_is_read_stands_in_the_example_and_no_other() -> None:
    read = set(re.findall(r'\b(?:text|flag|words)\("([A-Z_]+)"', SETTINGS))
    read |= set(re.findall(r'\benvironment\.get\("([A-Z_]+)"', SUPERVISOR))
    shown = set(re.findall(r"^([A-Z_]+)=", EXAMPLE, flags=re.MULTILINE))
    assert shown == read


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"DEBUG": "0"}, "Set SECRET_KEY"),
        ({"DEBUG": "0", "SECRET_KEY": "x" * 50}, "Set ALLOWED_HOSTS"),
        ({"DEBUG": "0", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "*"}, "Set ALLOWED_HOSTS"),
    ],
)
def test_a_production_start_with_a_default_secret_or_any_host_is_refused(variables: dict[str, str], says: str) -> None:
    result = _settings(variables)
    assert result.returncode != 0
    assert says in result.stderr


def test_a_production_start_with_both_is_accepted() -> None:
    assert _settings({"DEBUG": "0", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "a.example"}).returncode == 0


def test_a_laptop_shows_our_own_error_pages_unless_somebody_asks_for_django_s() -> None:
    code = "from django.conf import settings; print(settings.LAPTOP, settings.DEBUG)"
    assert _python(code, {}).stdout.split() == ["True", "False"]
    assert _python(code, {"TECHNICAL_PAGES": "1"}).stdout.split() == ["True", "True"]
    served = {"DEBUG": "0", "TECHNICAL_PAGES": "1", "SECRET_KEY": "x" * 50, "ALLOWED_HOSTS": "a.example"}
    assert _python(code, served).stdout.split() == ["False", "False"]


def test_the_web_process_never_imports_a_model_or_an_agent() -> None:
    code = (
        "import sys, django; import recruit.wsgi; from django.urls import get_resolver; get_resolver().url_patterns;"
        "names = {'torch', 'transformers', 'sentence_transformers', 'pydantic_ai', 'openai', 'sklearn'};"
        "heavy = names & set(sys.modules);"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    result = _python(code, {})
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "hello"),
        ("DATABASE_URL", "mysql://root@127.0.0.1/strata"),
        ("REDIS_URL", "hello"),
        ("REDIS_URL", "redis://127.0.0.1:port/0"),
        ("EMAIL_URL", "hello"),
        ("EMAIL_URL", "smtp://:25"),
    ],
)
def test_a_value_that_is_no_address_is_one_sentence_and_no_traceback(name: str, value: str, tmp_path: Path) -> None:
    result = _manage("run", {name: value, "STRATA_HOME": str(tmp_path / "home")})
    assert result.returncode == 1
    assert result.stderr.startswith(f"{name} is no address that Strata knows. Write ")
    assert result.stderr.count("\n") == 1


def test_a_command_without_its_database_is_one_sentence_that_says_how_to_reach_it() -> None:
    result = _manage("import_resumes", {"DATABASE_URL": "postgresql://app@127.0.0.1:1/strata"}, "pyproject.toml")
    assert result.returncode == 1
    assert result.stderr.startswith("This command needs Strata's database")
    assert ". .strata/environment" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_python_that_is_not_there_is_named(tmp_path: Path) -> None:
    command = ["make", "-f", str(ROOT / "Makefile"), ".venv/bin/activate", f"PYTHON={tmp_path / 'python'}"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert f"PYTHON names {tmp_path / 'python'}, and there is no such program." in result.stderr


def _settings(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return _python("import django; from django.conf import settings; settings.DEBUG", variables)


def _python(code: str, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return _run(["-c", code], variables)


def _manage(command: str, variables: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(["manage.py", command, *arguments], variables)


def _run(arguments: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "recruit.settings", **variables}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
