"""The method in short: definitions, acts, limits."""

from bayan.show import current_view, draw

draw.about(current_view())
