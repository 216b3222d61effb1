"""The review page. ``page`` puts it together: ``progress`` its head and what reviewing has shown, ``statement`` one
statement with what can be said of it by a click, ``fields`` what is written about it, ``names`` those without an actor,
``choosing`` the box that finds one. ``marks`` is what other pages show of a review.
"""
