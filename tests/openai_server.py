"""A server that speaks OpenAI's chat completions from a script, so that the real client and the real loop are used."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass
class Script:
    """What is answered, in order; the last answer is repeated. `bodies` are the requests as they came."""

    answers: list[Mapping[str, Any] | int]
    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def next(self) -> Mapping[str, Any] | int:
        return self.answers[min(len(self.bodies), len(self.answers)) - 1]


def calls(name: str, **arguments: Any) -> dict[str, Any]:
    """An answer that calls one tool."""
    function = {"name": name, "arguments": json.dumps(arguments)}
    call = {"id": f"call-{name}", "type": "function", "function": function}
    return {"role": "assistant", "content": None, "tool_calls": [call]}


def says(text: str) -> dict[str, Any]:
    """An answer in plain words."""
    return {"role": "assistant", "content": text}


@contextmanager
def openai_server(*answers: Mapping[str, Any] | int) -> Iterator[Script]:
    """Serve the answers; a number is answered as that HTTP status."""
    script = Script(list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            script.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = script.next()
            status = answer if isinstance(answer, int) else 200
            reply = {"error": {"message": "scripted"}} if isinstance(answer, int) else _completion(answer)
            content = json.dumps(reply).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(message: Mapping[str, Any]) -> dict[str, Any]:
    finish = "tool_calls" if "tool_calls" in message else "stop"
    return {
        "id": "scripted",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }
