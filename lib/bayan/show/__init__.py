"""Show: rows of the queries go in, the pages of the dashboard come out. The only room with Streamlit.

A page takes ``current_view()`` (what the address says; ``view.ask(question)`` answers under its selection) and gives
rows to the functions of ``draw``. The frame (top bar, selection bar, heading) stands around it. ``WEB`` is what the
server needs to know: the script to run, the folder of app.py, what the HTML page loads, and the languages.
"""

import bayan.show.draw as draw
from bayan.show.shell import current_view
from bayan.show.web import WEB

__all__ = ["WEB", "current_view", "draw"]
