"""Load: the only place where ingest, extract and store meet. Paths and a store go in, the filled store comes out.

- ``load_paths(store, paths, …) -> Report``: read, extract and save, in batches with their checkpoint.
- ``load_demo(store, …) -> Report``: the same for the demo corpus.
- ``fetch_feeds(store, addresses, folder, …) -> (Polled, Report)``: what servers send, kept as WARC and stored.
- ``annotate(store, …) -> Report``: extract again from the stored articles.
- ``annotate_on_cluster(store, address, folder, …) -> Report``: the same on the workers of a Dask scheduler.
- ``extract_lines(stream, name, …)``: JSON Lines to JSON Lines, without a store.
- ``write_rejects(path, rejections)``: what a run did not take, to be mended and read again; ``reject_lines`` gives the
  same line by line.
- ``Progress`` and ``Report``: how a run goes and how it went.

Each is loaded when it is asked for: a worker, which only extracts, goes without readers and databases.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bayan.load.annotation import annotate
    from bayan.load.cluster import annotate_on_cluster
    from bayan.load.fetching import fetch_feeds
    from bayan.load.paths import load_demo, load_paths
    from bayan.load.rejects import reject_lines, write_rejects
    from bayan.load.report import Progress, Report
    from bayan.load.stream import extract_lines

__all__ = [
    "Progress",
    "Report",
    "annotate",
    "annotate_on_cluster",
    "extract_lines",
    "fetch_feeds",
    "load_demo",
    "load_paths",
    "reject_lines",
    "write_rejects",
]

_HOMES = {
    "annotate": "annotation",
    "annotate_on_cluster": "cluster",
    "extract_lines": "stream",
    "fetch_feeds": "fetching",
    "load_demo": "paths",
    "load_paths": "paths",
    "reject_lines": "rejects",
    "write_rejects": "rejects",
    "Progress": "report",
    "Report": "report",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"bayan.load.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
