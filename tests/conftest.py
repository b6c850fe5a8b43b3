"""What every test shares: the servers and the database, and, where everything is required, no skipping."""

import os
from collections.abc import Iterator

import pytest

from tests.databases import django_db_setup, servers

__all__ = ["django_db_setup", "servers"]

_REQUIRE_ALL = os.environ.get("STRATA_REQUIRE_ALL") == "1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """In CI a missing browser, model or data set is a failure; only what says `optional: ...` may be left out."""
    report = yield
    if _REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not reason.removeprefix("Skipped: ").startswith("optional:"):
            report.outcome = "failed"
            report.longrepr = f"This test was skipped though STRATA_REQUIRE_ALL is set. {reason}"
    return report


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright's event loop stays in this thread for the rest of the run."""
    items.sort(key=lambda item: item.nodeid.startswith("tests/browser/"))
