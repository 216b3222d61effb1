"""What the server answers beside Streamlit's pages."""

from __future__ import annotations

from starlette.routing import Route

from bayan.serve.downloads import download
from bayan.serve.rejections import rejections
from bayan.serve.suggestions import retype, suggest


def routes() -> list[Route]:
    """Extracts, as ``/download/statements/csv`` with the words of a selection, what a run did not take, and what the
    filter bar asks."""
    return [
        Route("/download/{table}/{form}", download, methods=["GET"]),
        Route("/rejections/{run:int}", rejections, methods=["GET"]),
        Route("/find/actors", suggest, methods=["GET"]),
        Route("/find/view", retype, methods=["GET"]),
    ]
