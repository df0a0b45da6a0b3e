"""Alembic asks here how to reach the book: by the connection that engine.py hands over, in its transaction."""

from alembic import context

from blends.keeping.rows import METADATA

if __name__ == "env_py":  # as Alembic calls it when it runs it, and nobody else
    handed = context.config.attributes["connection"]
    context.configure(connection=handed, target_metadata=METADATA, render_as_batch=True)
    context.run_migrations()
