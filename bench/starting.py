"""How long it takes until the demonstration answers, the first time (import and index) and every time after.

    python -m bench.starting

Beside it, in the same run, a bare Flask page behind the same server: what starting costs without any of ours.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUT = Path(__file__).parent / "out"
BARE = """
import sys
from flask import Flask
from gunicorn.app.base import BaseApplication
app = Flask("bare")
app.get("/")(lambda: "here")
class Server(BaseApplication):
    def load_config(self):
        self.cfg.set("bind", f"127.0.0.1:{sys.argv[1]}")
        self.cfg.set("loglevel", "critical")
    def load(self):
        return app
Server().run()
"""
OURS = "from web.commands import main; main()"
PATIENCE = 120


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "bare_flask_s": _time_to_answer(["-c", BARE], folder),
            "first_start_s": _time_to_answer(["-c", OURS, "demo", "--port"], folder),
            "second_start_s": min(_time_to_answer(["-c", OURS, "demo", "--port"], folder) for _ in range(3)),
        }
    for name, seconds in figures.items():
        print(f"{name:16}{seconds:8.2f} s")
    print(f"second start is {figures['second_start_s'] / figures['bare_flask_s']:.1f} x a bare Flask page; target 5 s")
    OUT.mkdir(exist_ok=True)
    (OUT / "starting.json").write_text(json.dumps(figures, indent=1))


def _time_to_answer(before_port: list[str], folder: str) -> float:
    """Seconds from starting the program to its first answer; it is stopped again."""
    port = _free_port()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "WAYMARK_DATA_DIR": folder}
    started = time.perf_counter()
    program = subprocess.Popen(
        [sys.executable, *before_port, str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(port, program)
        return time.perf_counter() - started
    finally:
        os.killpg(program.pid, signal.SIGTERM)
        program.wait()


def _wait_for(port: int, program: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and program.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=PATIENCE).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("It did not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
