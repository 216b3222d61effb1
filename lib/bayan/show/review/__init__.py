"""The review page. ``page`` puts it together: ``progress`` its head and what reviewing has shown, ``statement`` one
statement with what can be said of it by a click, ``fields`` what is written about it, ``names`` those without an actor,
``bearing`` those of one, ``deciding`` what is decided of both, ``choosing`` the box that finds an actor.
``marks`` is what other pages show of a review.
"""
