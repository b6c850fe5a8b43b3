import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from recruit.accounts.models import Company, Member, User
from recruit.candidates.models import Candidate
from recruit.events.models import Event
from recruit.events.record import record
from recruit.jobs.models import Job
from recruit.postings.models import Posting
from recruit.tenancy.models import Workspace
from recruit.tenancy.scope import UnscopedQuery, lookup, workspace_scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def north() -> Workspace:
    return Workspace.objects.create(slug="north", name="North")


@pytest.fixture
def south() -> Workspace:
    return Workspace.objects.create(slug="south", name="South")


def test_tests_connect_as_a_role_that_row_security_binds() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT tableowner = current_user FROM pg_tables WHERE tablename = 'candidates_candidate'")
        assert cursor.fetchone() == (False,)


def test_an_unscoped_query_raises() -> None:
    with pytest.raises(UnscopedQuery):
        Candidate.objects.count()


def test_without_a_scope_row_security_shows_nothing_even_to_plain_sql(north: Workspace) -> None:
    with workspace_scope(north.pk):
        Candidate.objects.create()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM candidates_candidate")
        assert cursor.fetchone() == (0,)
    assert Candidate.everywhere.count() == 0


def test_rows_of_another_workspace_cannot_be_seen(north: Workspace, south: Workspace) -> None:
    with workspace_scope(north.pk):
        mine = Candidate.objects.create()
    with workspace_scope(south.pk):
        assert not Candidate.objects.exists()
        assert not Candidate.everywhere.filter(pk=mine.pk).exists()
    with workspace_scope(north.pk):
        assert Candidate.objects.get() == mine


def test_a_row_cannot_be_written_into_another_workspace(north: Workspace, south: Workspace) -> None:
    with (
        workspace_scope(north.pk),
        pytest.raises(Exception, match="row-level security"),
        transaction.atomic(),
    ):
        Candidate.objects.create(workspace=south)


def test_a_row_cannot_point_at_a_parent_of_another_workspace(north: Workspace, south: Workspace) -> None:
    with workspace_scope(south.pk):
        foreign = Company.objects.create(slug="x", name="X")
    with workspace_scope(north.pk):
        Posting.objects.create(company=foreign, title="t", text="t", digest="d")
        with pytest.raises(IntegrityError):
            connection.check_constraints()
        transaction.set_rollback(True)


def test_a_scope_inside_a_scope_gives_the_outer_one_back(north: Workspace, south: Workspace) -> None:
    with workspace_scope(north.pk):
        Candidate.objects.create()
        with workspace_scope(south.pk):
            assert not Candidate.objects.exists()
        assert Candidate.objects.exists()
        assert Candidate.everywhere.exists()


def test_a_member_can_be_found_by_their_user_and_by_nobody_else(north: Workspace) -> None:
    user = User.objects.create_user("a@example.com", "long enough password")
    other = User.objects.create_user("b@example.com", "long enough password")
    with workspace_scope(north.pk):
        Member.objects.create(user=user, name="A")
    with lookup("strata.user", str(other.pk)):
        assert not Member.everywhere.exists()
    with lookup("strata.user", str(user.pk)):
        assert Member.everywhere.get().user_id == user.pk


def test_the_sweep_alone_sees_the_jobs_of_all_workspaces(north: Workspace, south: Workspace) -> None:
    for workspace in (north, south):
        with workspace_scope(workspace.pk):
            Job.objects.create(journey="resume", subject=workspace.pk, step="parse")
    assert Job.everywhere.count() == 0
    with lookup("strata.jobs", "all"):
        assert Job.everywhere.count() == 2


@pytest.mark.parametrize("statement", ["UPDATE events_event SET kind = 'x'", "DELETE FROM events_event"])
def test_events_can_be_neither_changed_nor_removed(north: Workspace, statement: str) -> None:
    with workspace_scope(north.pk):
        record("candidate.seen", Candidate.objects.create())
        with (
            pytest.raises(Exception, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
        assert Event.objects.count() == 1


def test_every_table_with_a_workspace_is_protected_or_is_a_search_table() -> None:
    search = {
        "postings_postingvector",
        "candidates_passagevector",
        "candidates_candidatevector",
        "candidates_lexeme",
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE a.attname = 'workspace_id' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
        )
        assert {name for (name,) in cursor.fetchall()} == search


def test_the_serving_role_cannot_switch_row_security_off() -> None:
    with (
        pytest.raises(Exception, match="must be owner") as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("ALTER TABLE candidates_candidate DISABLE ROW LEVEL SECURITY")
    assert isinstance(refusal.value.__cause__, psycopg.errors.InsufficientPrivilege)
