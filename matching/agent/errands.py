"""Run a coroutine that now and then sends its caller on an errand, in one thread and without a running loop.

The agent's framework is asynchronous; policy and ledger are rows in a database whose driver refuses to work while an
event loop runs, and a second thread would be a second connection. So the loop stops for each errand. Turned down: the
framework's own synchronous mode, which moves the work to another thread.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Ask(Protocol):
    """What the coroutine calls to have plain code run outside of the loop; errors come back to it."""

    def __call__(self, errand: Callable[[], T], /) -> Awaitable[T]: ...


def drive(work: Callable[[Ask], Coroutine[Any, Any, T]]) -> T:
    """Run `work(ask)` to its end and return its result. Raises what it raises."""
    with asyncio.Runner() as runner:
        loop, bell = runner.get_loop(), asyncio.Event()
        waiting: list[tuple[Callable[[], Any], asyncio.Future[Any]]] = []

        async def ask(errand: Callable[[], Any]) -> Any:
            answer = loop.create_future()
            waiting.append((errand, answer))
            bell.set()
            return await answer

        task = loop.create_task(work(ask))
        while not task.done():
            runner.run(_until(task, bell))
            while waiting:
                _run(*waiting.pop(0))
        return task.result()


async def _until(task: asyncio.Task[Any], bell: asyncio.Event) -> None:
    ringing = asyncio.create_task(bell.wait())
    await asyncio.wait({task, ringing}, return_when=asyncio.FIRST_COMPLETED)
    ringing.cancel()
    bell.clear()


def _run(errand: Callable[[], Any], answer: "asyncio.Future[Any]") -> None:
    if answer.done():
        return
    try:
        answer.set_result(errand())
    except Exception as error:  # noqa: BLE001  whatever it is, the coroutine that asked must hear of it
        answer.set_exception(error)
