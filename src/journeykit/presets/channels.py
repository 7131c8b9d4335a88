"""The catalogue of the usual channels, bilingual, each with its realm and media."""

from journeykit.channels import CATALOGUE, Channel
from journeykit.presets._lookup import find

__all__ = ["CATALOGUE", "get", "names"]


def names() -> tuple[str, ...]:
    """Return the keys of all channels in the catalogue."""
    return tuple(CATALOGUE)


def get(key: str) -> Channel:
    """Return a channel of the catalogue.

    Args:
        key: Its key; capitals, spaces and hyphens are forgiven.

    Raises:
        UnknownKeyError: There is no such channel.

    Example:
        >>> newsletter = get("newsletter")
        >>> newsletter.label.pick("nl"), newsletter.realm, newsletter.media
        ('Nieuwsbrief', 'online', 'owned')
    """
    return find(CATALOGUE, key, "channel")
