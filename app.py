"""Serves the dashboard: `streamlit run app.py` with BAYAN_DB naming the store, or `bayan serve`."""

import streamlit as st

from bayan.serve import SHELL, guards, log_error, routes

app = st.App(SHELL, middleware=guards(), routes=routes(), on_script_error=log_error)
