"""Channels and their catalogue."""

import pytest
from hypothesis import given

from journeykit import Channel, DefinitionError, testing
from journeykit.channels import CATALOGUE


@given(channel=testing.channels())
def test_realm_is_always_known(channel: Channel) -> None:
    """A channel is online, offline or both, and media may be left open."""
    assert channel.realm in ("online", "offline", "hybrid")
    assert channel.media in (None, "paid", "owned", "earned", "shared")


def test_catalogue_is_bilingual() -> None:
    """Each usual channel stands under its key, with words in both languages and its media."""
    for key, channel in CATALOGUE.items():
        assert channel.key == key
        assert set(channel.label) == {"en", "nl"}
        assert channel.media is not None
    for language in ("en", "nl"):
        labels = [channel.label[language] for channel in CATALOGUE.values()]
        assert len(set(labels)) == len(labels)


def test_message() -> None:
    """A word that comes near is suggested."""
    with pytest.raises(DefinitionError) as caught:
        Channel("kiosk", realm="offlin", media="bought")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "Channel 'kiosk': realm must be one of 'online', 'offline', 'hybrid', "
        "not 'offlin', did you mean 'offline'?; "
        "media must be one of 'paid', 'owned', 'earned', 'shared', not 'bought'"
    )
