"""The usual lanes of a journey map, ready to be picked as the rows of one's own."""

from typing import Final

from journeykit.grid import Lane
from journeykit.presets._lookup import find

__all__ = ["STANDARD", "get", "names", "pick"]

_LANES = (
    Lane(
        "duration",
        {"en": "Duration", "nl": "Duur"},
        kind="values",
        description={
            "en": "How long the phase takes; the map shows it under the name of the phase.",
            "nl": "Hoelang de fase duurt; de kaart toont het onder de naam van de fase.",
        },
    ),
    Lane(
        "customer_goal",
        {"en": "Customer goal", "nl": "Klantdoel"},
        description={
            "en": "What the customer wants to reach in this phase.",
            "nl": "Wat de klant in deze fase wil bereiken.",
        },
    ),
    Lane(
        "actions",
        {"en": "Customer actions", "nl": "Acties van klant"},
        description={"en": "What the customer does.", "nl": "Wat de klant doet."},
    ),
    Lane(
        "thoughts",
        {"en": "Thoughts", "nl": "Gedachten"},
        kind="quotes",
        description={
            "en": "What goes through the customer's mind.",
            "nl": "Wat er door de klant heen gaat.",
        },
    ),
    Lane(
        "emotions",
        {"en": "Feelings", "nl": "Gevoelens"},
        kind="emotion",
        description={
            "en": "How it feels, from very bad (-2) to very good (+2).",
            "nl": "Hoe het voelt, van heel slecht (-2) tot heel goed (+2).",
        },
    ),
    Lane(
        "questions",
        {"en": "Customer questions", "nl": "Vragen van klant"},
        kind="quotes",
        description={
            "en": "The questions that are to be answered.",
            "nl": "De vragen die beantwoord moeten worden.",
        },
    ),
    Lane(
        "needs",
        {"en": "Needs", "nl": "Behoeften"},
        description={
            "en": "What is needed: met or unmet, stated or unstated.",
            "nl": "Wat nodig is: vervuld of onvervuld, uitgesproken of onuitgesproken.",
        },
    ),
    Lane(
        "expectation",
        {"en": "Expectation", "nl": "Verwachting"},
        description={
            "en": "What the customer counts on.",
            "nl": "Waar de klant op rekent.",
        },
    ),
    Lane(
        "touchpoints",
        {"en": "Touchpoints", "nl": "Contactmomenten"},
        kind="touchpoints",
        description={
            "en": "Contact with the organisation, or with others about it.",
            "nl": "Contact met de organisatie, of met anderen erover.",
        },
    ),
    Lane(
        "channels",
        {"en": "Channels", "nl": "Kanalen"},
        description={
            "en": "Where the contact takes place.",
            "nl": "Waar het contact plaatsvindt.",
        },
    ),
    Lane(
        "content",
        {"en": "Content, offer", "nl": "Content, passend aanbod"},
        description={
            "en": "What is sent or offered.",
            "nl": "Wat wordt gestuurd of aangeboden.",
        },
    ),
    Lane(
        "pain_points",
        {"en": "Pain points", "nl": "Pijnpunten"},
        kind="pains",
        description={
            "en": "What hinders or hurts, scored by severity and frequency.",
            "nl": "Wat hindert of pijn doet, met een score voor ernst en frequentie.",
        },
    ),
    Lane(
        "opportunities",
        {"en": "Opportunities", "nl": "Kansen"},
        kind="opportunities",
        description={
            "en": "What could be improved, scored by impact and effort.",
            "nl": "Wat beter kan, met een score voor impact en inspanning.",
        },
    ),
    Lane(
        "business_goal",
        {"en": "Business goal, strategy", "nl": "Doel en strategie van het merk"},
        description={
            "en": "What the organisation wants.",
            "nl": "Wat de organisatie wil.",
        },
    ),
    Lane(
        "kpi",
        {"en": "KPIs", "nl": "KPI's"},
        kind="measures",
        description={
            "en": "What is measured, with its target.",
            "nl": "Wat wordt gemeten, met het streefcijfer.",
        },
    ),
    Lane(
        "owner",
        {"en": "Responsible department", "nl": "Verantwoordelijke afdeling"},
        kind="owners",
        description={"en": "Who is responsible.", "nl": "Wie verantwoordelijk is."},
    ),
    Lane(
        "moments_of_truth",
        {"en": "Moments of truth", "nl": "Momenten van de waarheid"},
        description={
            "en": "The moments that decide.",
            "nl": "De momenten die de doorslag geven.",
        },
    ),
    Lane(
        "evidence",
        {"en": "Evidence", "nl": "Onderbouwing"},
        description={
            "en": "How it is known: assumed, heard, researched or measured.",
            "nl": "Hoe het bekend is: aangenomen, gehoord, onderzocht of gemeten.",
        },
    ),
    Lane(
        "physical_evidence",
        {"en": "Physical evidence", "nl": "Fysiek bewijs"},
        kind="steps",
        description={
            "en": "The tangible things that the customer meets.",
            "nl": "De tastbare zaken die de klant tegenkomt.",
        },
    ),
    Lane(
        "frontstage",
        {"en": "Onstage contact employee actions", "nl": "Interacties frontoffice"},
        kind="steps",
        description={
            "en": "What staff or systems do in sight of the customer.",
            "nl": "Wat medewerkers of systemen zichtbaar voor de klant doen.",
        },
    ),
    Lane(
        "backstage",
        {"en": "Backstage contact employee actions", "nl": "Interacties backoffice"},
        kind="steps",
        description={
            "en": "What contact staff do out of sight of the customer.",
            "nl": "Wat contactmedewerkers uit het zicht van de klant doen.",
        },
    ),
    Lane(
        "support_processes",
        {"en": "Support processes", "nl": "Ondersteunende processen"},
        kind="steps",
        description={
            "en": "The internal services and systems behind it.",
            "nl": "De interne diensten en systemen erachter.",
        },
    ),
    Lane(
        "storyboard",
        "Storyboard",
        description={
            "en": "What a picture of this phase would show.",
            "nl": "Wat een tekening van deze fase zou laten zien.",
        },
    ),
    Lane(
        "dramatic_arc",
        {"en": "Dramatic arc", "nl": "Spanningsboog"},
        kind="values",
        description={
            "en": "How engaging it is, from 1 to 5; neither good nor bad.",
            "nl": "Hoe meeslepend het is, van 1 tot 5; niet goed of slecht.",
        },
    ),
)

STANDARD: Final = {lane.key: lane for lane in _LANES}
"""The usual lanes by key."""


def names() -> tuple[str, ...]:
    """Return the keys of the usual lanes, in the order in which maps show them."""
    return tuple(STANDARD)


def get(key: str) -> Lane:
    """Return one of the usual lanes.

    Args:
        key: Its key; capitals, spaces and hyphens are forgiven.

    Raises:
        UnknownKeyError: There is no such lane.

    Example:
        >>> get("Pain points").kind
        'pains'
    """
    return find(STANDARD, key, "lane")


def pick(*keys: str) -> tuple[Lane, ...]:
    """Return some of the usual lanes, as rows from top to bottom.

    Args:
        *keys: Their keys.

    Raises:
        UnknownKeyError: There is no such lane.

    Example:
        >>> from journeykit.presets import AIDA
        >>> [lane.key for lane in AIDA.with_lanes(pick("actions", "emotions")).lanes]
        ['actions', 'emotions']
    """
    return tuple(map(get, keys))
