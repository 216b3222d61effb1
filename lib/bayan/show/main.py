"""The script that Streamlit runs for each visit. Static files are served from the folder beside it."""

from bayan.show.asking import one_state
from bayan.show.settling import settle
from bayan.show.shell import draw_shell

if __name__ == "__main__":
    with one_state():
        draw_shell()
    settle()
