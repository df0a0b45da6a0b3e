"""The tables of a book, each row with its owner. No column is about anybody's health."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

HEAD = "0002"  # the newest of migrations/versions: a book that stands there needs no Alembic
LONGEST_OWNER = 200  # characters
DATE = String(32)  # ISO 8601 in UTC, so that both engines sort and keep it alike

METADATA = MetaData()

BLENDS = Table(
    "blend",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("owner", String(LONGEST_OWNER), nullable=False),
    Column("name", String(80), nullable=False),
    Column("name_key", String(240), nullable=False),  # the name without case: *Warm* and *warm* are one blend
    Column("number", Integer, nullable=False),  # of its latest version
    Column("starred", Boolean, nullable=False, default=False),
    Column("tags", Text, nullable=False, default="[]"),
    Column("note", Text, nullable=False, default=""),
    Column("deleted_on", DATE),
    Index(
        "one_blend_of_a_name",
        "owner",
        "name_key",
        unique=True,
        sqlite_where=text("deleted_on IS NULL"),
        postgresql_where=text("deleted_on IS NULL"),
    ),
)

VERSIONS = Table(
    "version",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("owner", String(LONGEST_OWNER), nullable=False),
    Column("blend_id", Integer, ForeignKey("blend.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("saved_on", DATE, nullable=False),
    Column("changed", Text, nullable=False),  # one line of what is new in it
    Column("link", Text, nullable=False),  # the brief as a link says it, without title and note
    Column("title", Text, nullable=False, default=""),
    Column("words", Text, nullable=False, default=""),  # the note of the brief
    Column("oils", Text, nullable=False, default=""),  # what its oils are called, for search
    Column("told", Text, nullable=False, default=""),  # what the rulebooks said when last looked at
    UniqueConstraint("blend_id", "number", name="one_version_of_a_number"),
)


def _drawer(name: str) -> Table:
    """Return a table of things kept by their id; each row as JSON, for it is read and written as a whole."""
    return Table(
        name,
        METADATA,
        Column("owner", String(LONGEST_OWNER), primary_key=True),
        Column("id", String(80), primary_key=True),
        Column("row", Text, nullable=False),
    )


OWN_OILS = _drawer("own_oil")
BOTTLES = _drawer("bottle")
CERTIFICATES = _drawer("certificate")
TABLES = (BLENDS, VERSIONS, OWN_OILS, BOTTLES, CERTIFICATES)
