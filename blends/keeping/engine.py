"""A URL -> an open engine: SQLite in one's own folder, in memory, or PostgreSQL; its tables brought up to date."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import StaticPool

from blends.errors import BlendError
from blends.keeping.faults import spoken
from blends.keeping.rows import HEAD, METADATA

WAIT_MS = 5000  # for another program that is just saving
_MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATING = 7_210_314  # a number of ours: one program at a time brings PostgreSQL's tables up to date


def open_engine(url: str) -> Engine:
    """Return the engine at `url` with today's tables: made where there are none, brought up to date where older.

    Raises BlendError for what is no such URL, and for a book that cannot be opened.
    """
    engine = _engine(_read_url(url))
    try:
        with spoken(), engine.connect() as connection:
            current = _version(connection) == HEAD
        if not current:
            with spoken(), engine.execution_options(writes=True).begin() as connection:
                _bring_up_to_date(connection)
    except BlendError:
        engine.dispose()
        raise
    return engine


def _read_url(text_: str) -> URL:
    try:
        url = make_url(text_)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.get_backend_name() not in ("sqlite", "postgresql"):
        raise BlendError(
            "Cannot read this as the address of a book. Write sqlite:////home/me/book.db or "
            "postgresql://user@host/book."
        )
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def _engine(url: URL) -> Engine:
    common: dict[str, Any] = {"hide_parameters": True}  # what is kept never stands in a message or a log
    if url.get_backend_name() == "sqlite":
        arguments: dict[str, Any] = {"timeout": WAIT_MS / 1000, "check_same_thread": False}
        if url.database in (None, "", ":memory:"):
            common["poolclass"] = StaticPool
        elif "uri" not in url.query:  # with uri=true it is an address of SQLite's own, no path
            with spoken():
                Path(str(url.database)).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        engine = create_engine(url, connect_args=arguments, **common)
        event.listen(engine, "connect", _settle_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    waits = f"-c lock_timeout={WAIT_MS} -c statement_timeout=30000"
    arguments = {"connect_timeout": 5, "options": waits, "prepare_threshold": None}
    try:
        return create_engine(url, connect_args=arguments, pool_pre_ping=True, **common)
    except ModuleNotFoundError:
        raise BlendError("A book on PostgreSQL needs one package more: pip install 'equal-parts[postgres]'.") from None


def _settle_sqlite(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's own
    """Settle a new connection: a log written ahead, every answered save on the disk, nothing deleted left readable."""
    connection.isolation_level = None  # transactions begin below, not where the driver guesses
    for setting in (
        f"busy_timeout = {WAIT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """Begin as a writer where one writes: two that both read first could not both go on."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(connection: Connection) -> None:
    """Make or upgrade the tables; one program at a time, in one transaction. Raises BlendError for a newer book."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATING})
    version = _version(connection)
    if version == HEAD:
        return
    if version is None:
        METADATA.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
        return
    if version > HEAD:
        raise BlendError(
            "This book was kept by a newer Equal Parts, which this one cannot read. Install the newer one."
        )
    upgrade(connection)


def upgrade(connection: Connection, to: str = HEAD) -> None:
    """Bring the tables up to step `to`, whatever stands in them."""
    from alembic import command  # noqa: PLC0415 - wanted for an older book alone
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, to)


def _version(connection: Connection) -> str | None:
    """Return the step the tables stand at, None for a book without any."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)
