"""The embedded Valkey: password, persistence, refusal to forget."""

from pathlib import Path

import pytest
import redis

from recruit.local.valkey import EmbeddedValkey


def test_messages_survive_kill_9_and_the_address_stays(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server:
        address = server.url()
        with redis.Redis.from_url(address) as client:
            client.rpush("interactive", "1", "2")
            client.execute_command("WAITAOF", 1, 0, 3000)
        assert server.child is not None
        server.child.kill()
        server.child.wait()
        server.start()
        assert server.url() == address
        with redis.Redis.from_url(address) as client:
            assert client.lrange("interactive", 0, -1) == [b"1", b"2"]


def test_nobody_enters_without_the_password(tmp_path: Path) -> None:
    with (
        EmbeddedValkey(tmp_path) as server,
        redis.Redis(port=server.port, retry=None) as client,
        pytest.raises(redis.AuthenticationError),
    ):
        client.ping()


def test_a_full_memory_refuses_writes_instead_of_forgetting(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server, redis.Redis.from_url(server.url(), decode_responses=True) as client:
        assert client.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert client.config_get("appendonly") == {"appendonly": "yes"}


def test_the_password_stands_in_no_command_line(tmp_path: Path) -> None:
    with EmbeddedValkey(tmp_path) as server:
        assert server.child is not None
        command = Path(f"/proc/{server.child.pid}/cmdline").read_text(encoding="utf-8")
        password = server.url().split("@")[0].rsplit(":", 1)[1]
    assert password not in command
    assert (tmp_path / "valkey.conf").stat().st_mode & 0o077 == 0
