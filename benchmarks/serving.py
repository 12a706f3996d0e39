"""Servers to be measured: Granian with an application, and nginx with a file. Each is up while its block lasts."""

import contextlib
import http.client
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

HOST = "localhost"
READY_WITHIN = 30  # seconds
NGINX = """
daemon off; user root; worker_processes {workers}; pid {folder}/pid; error_log stderr crit;
events {{}}
http {{
  access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
  fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  keepalive_requests 100000000; default_type text/html;
  open_file_cache max=10;
  server {{ listen 127.0.0.1:{port}; root {folder}; add_header Content-Encoding br; }}
}}
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextlib.contextmanager
def granian(application, environ, workers=1):
    """Run Granian with a WSGI application (``module:name``) as the README does. Gives (port, process)."""
    port = free_port()
    command = [
        str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", application, "--host", "127.0.0.1",
        "--port", str(port), "--no-ws", "--workers", str(workers), "--blocking-threads", "4", "--backpressure", "512",
        "--http1-header-read-timeout", "10000",
        "--log-level", "warning",
    ]  # fmt: skip
    with _running(command, environ, port) as process:
        yield port, process


@contextlib.contextmanager
def nginx(folder, workers):
    """Run nginx over the files of a folder. Gives its port, or None where nginx is not installed."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        yield None
        return
    port = free_port()
    configuration = Path(folder) / "nginx.conf"
    configuration.write_text(NGINX.format(folder=folder, port=port, workers=workers))
    with _running([program, "-c", str(configuration)], None, port):
        yield port


@contextlib.contextmanager
def _running(command, environ, port):
    process = subprocess.Popen(command, env=environ, stdin=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield process
    finally:
        process.terminate()
        process.wait()


def _wait(process, port):
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    sys.exit(f"{process.args[0]}: expected it to listen on port {port}; found that it does not")


def get(port, path, **headers):
    """Return (status, headers by their names in small letters, body) of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    with contextlib.closing(connection):
        connection.request("GET", path, headers={"Host": HOST, "Accept-Encoding": "br", **headers})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def memory(process):
    """Return the resident memory (MB) of the largest child of a server: its worker."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return max(_resident(one) for one in children)


def _resident(process):
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(one.split()[1]) for one in lines if one.startswith("VmRSS")) / 1024
