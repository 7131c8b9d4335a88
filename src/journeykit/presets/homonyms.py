"""Words that mean something else from model to model: never match phases by name.

Example:
    >>> str(of("race", "engage"))
    "'engage' here means: after purchase. Elsewhere: before purchase (rean); before and at \
purchase (hubspot_flywheel); after purchase (forrester_clc_2010); during use (five_e); before \
purchase, building the relation (itil4_customer_journey)."
"""

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from journeykit._noun import as_text
from journeykit.presets._lookup import find
from journeykit.text import Text

__all__ = ["HOMONYMS", "Homonym", "Sense", "get", "names", "of"]

_HERE = {
    "en": "{term!r} here means: {means}. Elsewhere: {others}.",
    "nl": "{term!r} betekent hier: {means}. Elders: {others}.",
}


@frozen
class Sense:
    """What a word means in one place.

    Args:
        means: The meaning.
        model: The key of the journey model that uses the word so, if it is one.
        phase: The key of the phase that bears the word; none where the model itself does.
        elsewhere: Where else it is used so, when that is no model.
    """

    means: Text = field(converter=as_text)
    model: str | None = field(default=None, kw_only=True)
    phase: str | None = field(default=None, kw_only=True)
    elsewhere: Text = field(default=Text(), converter=as_text, kw_only=True)

    def told(self, language: str) -> str:
        """Return the meaning and the place.

        Args:
            language: A language tag.
        """
        place = self.model or self.elsewhere.pick(language)
        return f"{self.means.pick(language)} ({place})"


def _as_senses(values: Iterable[Sense]) -> tuple[Sense, ...]:
    return tuple(values)


@frozen
class Homonym:
    """A word, in one or more spellings, with the meanings it has.

    Args:
        terms: The spellings.
        senses: The meanings.
    """

    terms: tuple[str, ...]
    senses: tuple[Sense, ...] = field(converter=_as_senses)


HOMONYMS: Final = (
    Homonym(
        ("engage",),
        [
            Sense({"en": "before purchase", "nl": "vóór de aankoop"}, model="rean", phase="engage"),
            Sense({"en": "after purchase", "nl": "na de aankoop"}, model="race", phase="engage"),
            Sense(
                {"en": "before and at purchase", "nl": "vóór en bij de aankoop"},
                model="hubspot_flywheel",
                phase="engage",
            ),
            Sense(
                {"en": "after purchase", "nl": "na de aankoop"},
                model="forrester_clc_2010",
                phase="engage",
            ),
            Sense(
                {"en": "during use", "nl": "tijdens het gebruik"}, model="five_e", phase="engage"
            ),
            Sense(
                {
                    "en": "before purchase, building the relation",
                    "nl": "vóór de aankoop, de relatie opbouwen",
                },
                model="itil4_customer_journey",
                phase="engage",
            ),
        ],
    ),
    Homonym(
        ("act", "action", "actie"),
        [
            Sense({"en": "purchase", "nl": "aankoop"}, model="aida", phase="action"),
            Sense(
                {"en": "interaction before purchase", "nl": "interactie vóór de aankoop"},
                model="race",
                phase="act",
            ),
            Sense(
                {"en": "purchase and use", "nl": "aankoop en gebruik"},
                model="kotler_5a",
                phase="act",
            ),
            Sense({"en": "purchase", "nl": "aankoop"}, model="aisas", phase="action"),
            Sense(
                {"en": "use after purchase", "nl": "gebruik na de aankoop"},
                model="five_phase_salon",
                phase="actie",
            ),
            Sense(
                {
                    "en": "what the customer does in any phase",
                    "nl": "wat de klant in een fase doet",
                },
                elsewhere={"en": "the lane for actions", "nl": "de rij voor acties"},
            ),
        ],
    ),
    Homonym(
        ("oriëntatie", "orientatie"),
        [
            Sense(
                {"en": "second phase: consideration", "nl": "tweede fase: overweging"},
                model="five_phase_brand_strategy",
                phase="orientatie",
            ),
            Sense(
                {"en": "first phase: awareness", "nl": "eerste fase: bewustwording"},
                model="five_phase_service",
                phase="orientatie",
            ),
            Sense(
                {
                    "en": "first phase at the left: becoming aware of the brand",
                    "nl": "eerste fase, links: het merk leren kennen",
                },
                elsewhere={
                    "en": "the touchpoint picture of the source article",
                    "nl": "de afbeelding met contactmomenten in het bronartikel",
                },
            ),
        ],
    ),
    Homonym(
        ("acquisition", "acquisitie"),
        [
            Sense(
                {"en": "before purchase", "nl": "vóór de aankoop"},
                model="customer_lifecycle",
                phase="acquisition",
            ),
            Sense({"en": "first visit", "nl": "eerste bezoek"}, model="aarrr", phase="acquisition"),
            Sense(
                {"en": "first position", "nl": "eerste positie"},
                model="lifecycle_positions",
                phase="acquisitie",
            ),
            Sense(
                {"en": "the purchase itself", "nl": "de aankoop zelf"},
                elsewhere={"en": "marketing in general", "nl": "marketing in het algemeen"},
            ),
        ],
    ),
    Homonym(
        ("activate", "activation"),
        [
            Sense(
                {"en": "purchase or other action", "nl": "aankoop of andere handeling"},
                model="rean",
                phase="activate",
            ),
            Sense(
                {
                    "en": "happy first experience, mostly before payment",
                    "nl": "prettige eerste ervaring, meestal vóór betaling",
                },
                model="aarrr",
                phase="activation",
            ),
        ],
    ),
    Homonym(
        ("retention",),
        [
            Sense(
                {
                    "en": "repeat visits, may be before payment",
                    "nl": "herhaalde bezoeken, soms vóór betaling",
                },
                model="aarrr",
                phase="retention",
            ),
            Sense(
                {"en": "after purchase", "nl": "na de aankoop"},
                model="customer_lifecycle",
                phase="retention",
            ),
            Sense(
                {"en": "after purchase", "nl": "na de aankoop"},
                model="five_phase_departments",
                phase="retention_service",
            ),
            Sense(
                {"en": "employee stays", "nl": "medewerker blijft"},
                model="employee_journey",
                phase="retention",
            ),
        ],
    ),
    Homonym(
        ("decision", "purchase"),
        [
            Sense(
                {
                    "en": "comparison of vendors plus choice",
                    "nl": "leveranciers vergelijken en kiezen",
                },
                model="buyers_journey",
                phase="decision",
            ),
            Sense(
                {"en": "comparison plus booking", "nl": "vergelijken en boeken"},
                model="five_phase_salon",
                phase="beslissing",
            ),
            Sense(
                {"en": "transaction", "nl": "transactie"},
                elsewhere={
                    "en": "the picture to five_phase_departments",
                    "nl": "de afbeelding bij five_phase_departments",
                },
            ),
        ],
    ),
    Homonym(
        ("care",),
        [
            Sense(
                {"en": "existing customers", "nl": "bestaande klanten"},
                model="see_think_do_care",
                phase="care",
            ),
            Sense(
                {"en": "medical assessment", "nl": "medisch onderzoek"},
                model="patient_journey_system",
                phase="care",
            ),
        ],
    ),
    Homonym(
        ("explore",),
        [
            Sense(
                {"en": "consideration", "nl": "overweging"},
                model="forrester_clc_2010",
                phase="explore",
            ),
            Sense(
                {"en": "awareness", "nl": "bewustwording"},
                model="itil4_customer_journey",
                phase="explore",
            ),
            Sense(
                {"en": "expanding the options", "nl": "meer opties zoeken"},
                model="messy_middle",
                phase="exploration",
            ),
        ],
    ),
    Homonym(
        ("awareness",),
        [
            Sense(
                {"en": "of a problem", "nl": "van een probleem"},
                model="buyers_journey",
                phase="awareness",
            ),
            Sense({"en": "of the brand", "nl": "van het merk"}, model="dagmar", phase="awareness"),
            Sense(
                {"en": "of the product", "nl": "van het product"},
                model="hierarchy_of_effects",
                phase="awareness",
            ),
        ],
    ),
    Homonym(
        ("flywheel", "vliegwiel"),
        [
            Sense(
                {"en": "management metaphor 2001", "nl": "managementmetafoor uit 2001"},
                elsewhere="Collins, Good to Great",
            ),
            Sense(
                {"en": "customer model 2018", "nl": "klantmodel uit 2018"}, model="hubspot_flywheel"
            ),
        ],
    ),
    Homonym(
        ("promoter",),
        [
            Sense(
                {"en": "relationship state", "nl": "relatietoestand"},
                model="flywheel_states",
                phase="promoters",
            ),
            Sense(
                {"en": "score 9 or 10", "nl": "score 9 of 10"},
                elsewhere={"en": "NPS, the measure", "nl": "NPS, de meetwaarde"},
            ),
        ],
    ),
    Homonym(
        ("RACE",),
        [
            Sense("Chaffey 2010", model="race"),
            Sense(
                {
                    "en": "research, action, communication, evaluation: not a preset",
                    "nl": "research, action, communication, evaluation: geen preset",
                },
                elsewhere="public relations",
            ),
        ],
    ),
    Homonym(
        ("5E",),
        [
            Sense({"en": "experience", "nl": "beleving"}, model="five_e"),
            Sense(
                {"en": "teaching cycle: not a preset", "nl": "onderwijscyclus: geen preset"},
                elsewhere={"en": "education", "nl": "onderwijs"},
            ),
        ],
    ),
    Homonym(
        ("lifecycle",),
        [
            Sense("Cutler & Sterne", model="customer_lifecycle"),
            Sense("Forrester", model="forrester_clc_2010"),
            Sense(
                {"en": "list of the source article", "nl": "lijst van het bronartikel"},
                model="lifecycle_positions",
            ),
            Sense({"en": "CRM field", "nl": "CRM-veld"}, model="hubspot_lifecycle_stages"),
        ],
    ),
)
"""All words with several meanings."""

_BY_TERM: Final = {term: homonym for homonym in HOMONYMS for term in homonym.terms}


def names() -> tuple[str, ...]:
    """Return the words that have several meanings."""
    return tuple(_BY_TERM)


def get(term: str) -> Homonym:
    """Return a word with its meanings.

    Args:
        term: The word; capitals and accents are forgiven.

    Raises:
        UnknownKeyError: The word is not known to have several meanings.

    Example:
        >>> [sense.model for sense in get("Oriëntatie").senses]
        ['five_phase_brand_strategy', 'five_phase_service', None]
    """
    return find(_BY_TERM, term, "homonym")


def of(model: str, phase: str | None = None) -> Text:
    """Return a note that says which meaning a phase's, or a model's, name has.

    Args:
        model: The key of a journey model.
        phase: The key of one of its phases; none for the name of the model itself.

    Returns:
        The note; empty where the name has one meaning only.

    Example:
        >>> of("care_home", "care")
        Text()
    """
    for homonym in HOMONYMS:
        for sense in homonym.senses:
            if sense.model == model and sense.phase == phase:
                return _note(homonym, sense)
    return Text()


def _note(homonym: Homonym, sense: Sense) -> Text:
    return Text(
        {
            language: pattern.format(
                term=_term_of(homonym, sense),
                means=sense.means.pick(language),
                others="; ".join(
                    other.told(language) for other in homonym.senses if other is not sense
                ),
            )
            for language, pattern in _HERE.items()
        }
    )


def _term_of(homonym: Homonym, sense: Sense) -> str:
    spelt = [term for term in homonym.terms if term == (sense.phase or sense.model)]
    return [*spelt, *homonym.terms][0]
