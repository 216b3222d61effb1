"""Serve: the dashboard behind its guard.

``serve(db, host, port, allow)`` starts it; app.py gives ``SHELL``, ``guards()``, ``routes()`` and ``log_error`` to
Streamlit. Unknown hosts, foreign origins and sessions beyond the limit are refused before Streamlit sees them.
"""

from bayan.serve.failures import log_error
from bayan.serve.guard import Guard, guards
from bayan.serve.launch import serve
from bayan.serve.routing import routes
from bayan.show import WEB

SHELL = WEB.script

__all__ = ["SHELL", "Guard", "guards", "log_error", "routes", "serve"]
