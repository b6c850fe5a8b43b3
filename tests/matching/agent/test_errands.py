"""A coroutine's errands run outside of the event loop, in the caller's thread."""

import asyncio
import threading

import pytest

from matching.agent.errands import Ask, drive


def test_an_errand_runs_in_the_same_thread_with_no_loop_running() -> None:
    async def work(ask: Ask) -> tuple[int, bool]:
        return await ask(lambda: (threading.get_ident(), asyncio._get_running_loop() is None))

    assert drive(work) == (threading.get_ident(), True)


def test_an_errand_s_error_reaches_the_coroutine_that_asked() -> None:
    def broken() -> None:
        raise LookupError("no")

    async def work(ask: Ask) -> str:
        try:
            await ask(broken)
        except LookupError as error:
            return str(error)
        return "nothing"

    assert drive(work) == "no"


def test_the_coroutine_s_error_reaches_the_caller() -> None:
    async def work(ask: Ask) -> None:
        raise LookupError("no")

    with pytest.raises(LookupError):
        drive(work)
