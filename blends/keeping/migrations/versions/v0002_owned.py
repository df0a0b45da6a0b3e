"""What a person owns: own oils, bottles, certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of things kept by their id."""
    for name in ("own_oil", "bottle", "certificate"):
        op.create_table(
            name,
            sa.Column("owner", sa.String(200), primary_key=True),
            sa.Column("id", sa.String(80), primary_key=True),
            sa.Column("row", sa.Text, nullable=False),
        )
