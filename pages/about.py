"""The method in short: definitions, acts, limits."""

from bayan.show import current_view, draw_about

draw_about(current_view())
