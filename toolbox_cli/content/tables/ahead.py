"""Reading the next chunk while this one is looked at; both wait for polars, which uses one core for a small chunk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def ahead(items: Iterator[T]) -> Iterator[T]:
    """Yield the same items in the same order, with the next one made in the meantime."""
    from concurrent.futures import ThreadPoolExecutor

    end: list[T] = []
    with ThreadPoolExecutor(max_workers=1) as pool:
        following = pool.submit(next, items, end)
        while (item := following.result()) is not end:
            following = pool.submit(next, items, end)
            yield item  # type: ignore[misc]  # only `end` is a list of items
