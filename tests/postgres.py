"""A PostgreSQL of the tests' own: made in a temporary folder, on a socket there, gone with it."""

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path


class MissingError(Exception):
    """Why there is no PostgreSQL here."""


def program(name: str) -> str:
    """Return the path of one of PostgreSQL's programs: on the path, or where Debian puts them."""
    found = shutil.which(name) or next(
        iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), ""
    )
    if not found:
        raise MissingError("PostgreSQL is not installed: apt install postgresql")
    return str(Path(found).resolve())


class Cluster:
    """A server that one test session starts and stops. It refuses to run as root, so root starts it as `postgres`."""

    def __init__(self):
        initdb, self._names = program("initdb"), count()
        self.postgres = program("postgres")
        self.folder = Path(tempfile.mkdtemp(prefix="ep-pg-"))
        self.user = {}
        if os.name == "posix" and os.geteuid() == 0:
            self.user = {"user": "postgres", "group": "postgres", "extra_groups": []}
            shutil.chown(self.folder, "postgres", "postgres")
        self._run(initdb, "-A", "trust", "-U", "tester", "-E", "UTF8", "--locale=C", "--no-sync", "-D", self.data)
        self.start()

    @property
    def data(self):
        return self.folder / "data"

    def _run(self, *command):
        done = subprocess.run(
            list(map(str, command)), cwd=self.folder, capture_output=True, text=True, check=False, **self.user
        )
        if done.returncode:
            raise MissingError(f"{command[0]}: {done.stderr.strip()}")

    def start(self):
        # Nothing here outlives the machine; that a killed program loses no answered save does not need the disk.
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=30 -c shared_buffers=16MB"
        log = self.folder / "log"
        self._run(program("pg_ctl"), "start", "-w", "-s", "-D", self.data, "-l", log, "-o", options)

    def stop(self):
        self._run(program("pg_ctl"), "stop", "-w", "-s", "-m", "immediate", "-D", self.data)

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database="postgres"):
        return f"postgresql://tester@/{database}?host={self.folder}"

    def fresh(self):
        """Return the URL of a new, empty database."""
        import psycopg  # noqa: PLC0415 - wanted only where there is a server

        name = f"book{next(self._names)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)
