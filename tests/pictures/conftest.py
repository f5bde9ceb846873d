"""Pictures as Matplotlib drew them, found by the names of their parts; fonts that may be missing."""

from collections.abc import Callable
from typing import Any

import pytest

from derive.loading import LIBRARY
from derive.pictures import PictureError, pictures_of
from derive.pictures.fonts import families

PICTURES = pictures_of(LIBRARY)


@pytest.fixture(scope="session")
def drawn() -> Callable[[str], Any]:
    """The figure of a picture of the library, in English; each is drawn once."""
    figures: dict[str, Any] = {}

    def draw(name: str) -> Any:
        if name not in figures:
            figures[name] = PICTURES[name].draw()
        return figures[name]

    return draw


@pytest.fixture(scope="session")
def parts(drawn: Callable[[str], Any]) -> Callable[[str], dict[str, Any]]:
    """The named parts of a picture."""

    def named(name: str) -> dict[str, Any]:
        artists = drawn(name).findobj(lambda artist: artist.get_gid())
        return {artist.get_gid(): artist for artist in artists}

    return named


@pytest.fixture(scope="session")
def require_font() -> Callable[[str], None]:
    """Skip the test if there is no font for a language; in CI, fail."""

    def require(language: str) -> None:
        try:
            families(language)
        except PictureError as error:
            pytest.skip(f"missing tool: {error}")

    return require
