"""Extracts as files: streamed from the store as they are read, so that memory stays flat."""


def routes():
    return []
