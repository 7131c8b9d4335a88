"""Channels: where a touchpoint takes place, and the catalogue of the usual ones."""

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from journeykit._noun import Element, choice_problems, literals, required_problems

__all__ = ["CATALOGUE", "Channel", "Media", "Realm"]

Realm: TypeAlias = Literal["online", "offline", "hybrid"]
Media: TypeAlias = Literal["paid", "owned", "earned", "shared"]
_REALMS: Final = literals(Realm)
_MEDIA: Final = literals(Media)


@frozen(repr=False)
class Channel(Element):
    """Where a touchpoint takes place: the website is a channel, reading it is a touchpoint.

    Args:
        key: What refers to it.
        label: What shows it; made of the key when missing.
        realm: ``"online"``, ``"offline"`` or ``"hybrid"``.
        media: ``"paid"`` (bought space), ``"owned"`` (controlled by the brand), ``"earned"``
            (others speak), ``"shared"`` (social platforms) or None. After Corcoran
            (Forrester, 2009) and the PESO model of Dietrich (Spin Sucks).
        description: What it means.
        data: Fields of your own: saved, never drawn.

    Raises:
        DefinitionError: Something is not valid; all problems are listed.

    Example:
        >>> Channel("kiosk", {"en": "Kiosk", "nl": "Zuil"}, realm="hybrid").realm
        'hybrid'
    """

    realm: Realm = field(default="online", kw_only=True)
    media: Media | None = field(default=None, kw_only=True)

    def _problems(self) -> Iterator[str]:
        yield from super()._problems()
        yield from required_problems("realm", self.realm, choice_problems, _REALMS)
        yield from choice_problems("media", self.media, _MEDIA)


def _catalogue() -> dict[str, Channel]:
    channels = [
        _channel("online_advertising", "Online advertising", "Online adverteren", "online", "paid"),
        _channel("search_engine", "Search engine", "Zoekmachine", "online", "earned"),
        _channel("website", "Website", "Website", "online", "owned"),
        _channel("webshop", "Web shop", "Webshop", "online", "owned"),
        _channel("app", "App", "App", "online", "owned"),
        _channel("email", "E-mail", "E-mail", "online", "owned"),
        _channel("newsletter", "Newsletter", "Nieuwsbrief", "online", "owned"),
        _channel("social_media", "Social media", "Sociale media", "online", "shared"),
        _channel("instagram", "Instagram", "Instagram", "online", "shared"),
        _channel("facebook", "Facebook", "Facebook", "online", "shared"),
        _channel("chat", "Chat", "Chat", "online", "owned"),
        _channel("review_site", "Review site", "Reviewsite", "online", "earned"),
        _channel("community", "Community", "Community", "online", "shared"),
        _channel("webinar", "Webinar", "Webinar", "online", "owned"),
        _channel("ebook", "E-book", "E-book", "online", "owned"),
        _channel("video", "Video", "Video", "online", "owned"),
        _channel("radio", "Radio", "Radio", "offline", "paid"),
        _channel("television", "Television", "Televisie", "offline", "paid"),
        _channel("newspaper", "Newspaper", "Krant", "offline", "paid"),
        _channel("outdoor_advertising", "Outdoor advertising", "Buitenreclame", "offline", "paid"),
        _channel("bus_shelter", "Bus shelter", "Bushokje", "offline", "paid"),
        _channel("leaflet", "Leaflet", "Folder", "offline", "owned"),
        _channel("direct_mail", "Direct mail", "Direct mail", "offline", "paid"),
        _channel("shop_window", "Shop window", "Etalage", "offline", "owned"),
        _channel("shop", "Shop", "Winkel", "offline", "owned"),
        _channel("sales_talk", "Sales talk", "Verkoopgesprek", "offline", "owned"),
        _channel("account_manager", "Account manager", "Accountmanager", "offline", "owned"),
        _channel(
            "product_demonstration",
            "Product demonstration",
            "Productdemonstratie",
            "offline",
            "owned",
        ),
        _channel("telephone", "Telephone", "Telefoon", "offline", "owned"),
        _channel("contact_centre", "Contact centre", "Contactcenter", "hybrid", "owned"),
        _channel("word_of_mouth", "Word of mouth", "Mond-tot-mond", "offline", "earned"),
        _channel("neighbour", "Neighbour", "Buurvrouw", "offline", "earned"),
        _channel("building", "Building", "Gebouw", "offline", "owned"),
        _channel("reception", "Reception", "Receptie", "offline", "owned"),
        _channel("car_park", "Car park", "Parkeerplaats", "offline", "owned"),
        _channel("signage", "Signage", "Bewegwijzering", "offline", "owned"),
        _channel("packaging", "Packaging", "Verpakking", "offline", "owned"),
        _channel("loyalty_programme", "Loyalty programme", "Spaarprogramma", "hybrid", "owned"),
    ]
    return {channel.key: channel for channel in channels}


def _channel(key: str, english: str, dutch: str, realm: Realm, media: Media) -> Channel:
    return Channel(key, {"en": english, "nl": dutch}, realm=realm, media=media)


CATALOGUE: Final = _catalogue()
"""The usual channels by key; realm and media are a usual case that users may override."""
