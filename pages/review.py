"""Reviewing: statements to confirm or correct, one after the other, and names that may become actors."""

from bayan.show import current_view, draw

draw.review(current_view())
