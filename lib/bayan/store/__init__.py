"""Store: articles with their statements and mentions go in, in whole transactions; tables come out for ``queries``.

- ``open_store(address, *, write=False, create=False) -> Store``: a file, or the URL of a database of PostgreSQL; use it
  with ``with``. Raises StoreError, and UsageError for an address that is none.
- ``Store``: ``save(batch, extractor=…, replace=…, checkpoint=…) -> SaveReport``, ``sync_actors(actors, principals)``,
  ``checkpoint(source)``, ``articles(batch_size, stale=…)``, ``stale(version)``, ``start_run``, ``end_run``,
  ``review(id, verdict, by=…, …)``, ``take_corrections``, ``withdraw``, ``latest_corrections``, ``corrected_articles``,
  ``decisions()``, ``decide(decisions, concerned=…)``, ``views(owner)``,
  ``keep_view``, ``drop_view``, ``runs() -> Run``, ``rejections(run)``, ``stats()``,
  ``rebuild()``, ``version``; ``read()`` and ``write()`` are transactions.
- ``backup(store, path)`` copies a store in use; ``verify(store)`` gives every fault in words, nothing for a sound one.
- ``tables``, ``dialects``, ``keys``, ``codes``, ``finding``: for the queries, how rows are stored and found.
"""

import bayan.store.codes as codes
import bayan.store.dialects as dialects
import bayan.store.finding as finding
import bayan.store.keys as keys
import bayan.store.tables as tables
from bayan.store.backups import backup
from bayan.store.opening import open_store
from bayan.store.runs import Tally
from bayan.store.store import Store
from bayan.store.upkeep import verify

__all__ = ["Store", "Tally", "backup", "codes", "dialects", "finding", "keys", "open_store", "tables", "verify"]
