"""Fetch: addresses of feeds and pages go in; what servers answered comes out, as WARC files in a folder.

- ``poll(addresses, folder, *, terms, on_progress) -> Polled``: asks politely, and tells what was not got, by reason.
- ``Terms``: pace, limits, and whether private addresses may be asked.
- ``read_addresses(path)``: the addresses in a file, one a line.
- ``Archive(folder)``: the files that are to be read, and what servers said of the freshness of what they sent.

Only this room and what uses it ever touches the network.
"""

from bayan.fetch.addresses import read_addresses
from bayan.fetch.archive import Archive
from bayan.fetch.polling import Polled, poll
from bayan.fetch.visits import Terms

__all__ = ["Archive", "Polled", "Terms", "poll", "read_addresses"]
