from bayan.records import Span
def mark_words(text: str, q: str | None) -> tuple[Span, ...]:
    """Where the words of a search stand in a text, in reading order; nothing for no search or one that cannot be read."""
    raise NotImplementedError
