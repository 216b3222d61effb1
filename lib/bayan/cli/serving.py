"""bayan serve: the dashboard."""

from __future__ import annotations

from pathlib import Path

import click

from bayan.cli.settings import database


@click.command(epilog="Example: bayan --db bayan.db serve --port 8501")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True)
@click.option("--allow-host", multiple=True, metavar="NAME", help="A host name under which others may ask; repeatable.")
@click.pass_context
def serve(context: click.Context, host: str, port: int, allow_host: tuple[str, ...]) -> None:
    """Serve the dashboard over the store, until Ctrl-C.

    Other machines reach it only where --allow-host names the hosts and something before it signs people in. Without
    --allow-host, files can be handed in on the corpus page, within the limits of `bayan ingest` and 20 MB a file; with
    it the dashboard only reads.
    """
    # Streamlit takes a second to import: only this command needs it.
    from bayan.serve import serve as serve_dashboard

    db = database(context)
    if "://" not in db and not Path(db).exists():
        click.echo(f"noted: {db}: there is no store yet; the dashboard says how to make one.", err=True)
    serve_dashboard(db, host, port, allow_host)
