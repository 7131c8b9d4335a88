"""Relationship states: who someone is to the organisation, not where in a journey."""

from typing import Final

from journeykit.model import JourneyModel, Origin, Phase
from journeykit.transition import Transition, sequence

__all__ = ["FLYWHEEL_STATES", "LIFECYCLE_POSITIONS"]

LIFECYCLE_POSITIONS: Final = JourneyModel(
    "lifecycle_positions",
    {
        "en": "Customer lifecycle positions (seed list)",
        "nl": "Posities in de klantlevenscyclus (seed)",
    },
    description={
        "en": (
            "Where a person stands in the relation with the organisation: to be "
            "approached, won, kept or ambassador."
        ),
        "nl": (
            "Waar iemand staat in de relatie met de organisatie: te benaderen, binnen te "
            "halen, te behouden of ambassadeur."
        ),
    },
    aliases=["klantlevenscyclus (ill graff)"],
    phases=[
        Phase(
            "acquisitie",
            {"en": "Acquisition", "nl": "Acquisitie"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Discover the offer", "nl": "Het aanbod ontdekken"},
            business_goal={"en": "Approach and interest", "nl": "Benaderen en interesseren"},
            description={
                "en": "Persons to be approached.",
                "nl": "Personen die benaderd moeten worden.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: first position.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: eerste positie.",
                },
            },
        ),
        Phase(
            "binnenhalen",
            {"en": "Winning (bringing in)", "nl": "Binnenhalen"},
            stage="purchase",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Be convinced", "nl": "Overtuigd worden"},
            business_goal={"en": "Bring in as a customer", "nl": "Als klant binnenhalen"},
            description={
                "en": "Persons about to become customer.",
                "nl": "Personen die klant aan het worden zijn.",
            },
            data={"purchase_timing": ["before", "at"]},
        ),
        Phase(
            "behouden",
            {"en": "Retention", "nl": "Behouden"},
            stage="service",
            fit="close",
            customer_goal={"en": "Remain well served", "nl": "Goed bediend blijven"},
            business_goal={"en": "Keep", "nl": "Behouden"},
            description={
                "en": "Existing customers to be kept.",
                "nl": "Bestaande klanten die behouden moeten blijven.",
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "ambassadeur",
            {"en": "Ambassador", "nl": "Ambassadeur worden"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share enthusiasm", "nl": "Enthousiasme delen"},
            business_goal={"en": "Make ambassadors", "nl": "Ambassadeurs maken"},
            description={"en": "Customers who recommend.", "nl": "Klanten die aanbevelen."},
            data={"purchase_timing": ["after"]},
        ),
    ],
    origin=Origin(
        authors=["Muriel Snijders (ill graff design)"],
        sources=[
            (
                "Snijders, M., 'Hoe moet je een klantreis opstellen?', ill graff design, step "
                "1 (customer profile as the basis)"
            )
        ],
        note={
            "en": (
                "The year is unknown. The source article gives the names only; the meanings "
                "are ours. These are states of a person (an attribute of the persona), not "
                "steps of the map. The source article couples them to offers such as an "
                "e-book, a webinar or reviews."
            ),
            "nl": (
                "Het jaartal is onbekend. Het bronartikel geeft alleen de namen; de "
                "betekenissen zijn van ons. Dit zijn toestanden van een persoon (een kenmerk "
                "van de persona), geen stappen van de kaart. Het bronartikel koppelt er een "
                "aanbod aan, zoals een e-book, een webinar of reviews."
            ),
        },
    ),
    data={
        "category": "relationship_state_model",
        "perspective": "organisation",
        "domain": ["b2c", "b2b"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "medium",
        "verification": {
            "identity": "source article",
            "year": "unknown",
            "phases": "source article (names only)",
            "transitions": "inference",
        },
        "named_in": ["Hoe moet je een klantreis opstellen?"],
        "homonym": {
            "en": "Used in other senses elsewhere; here: list of the source article.",
            "nl": "Elders in andere betekenissen gebruikt; hier: lijst van het bronartikel.",
        },
    },
)

FLYWHEEL_STATES: Final = JourneyModel(
    "flywheel_states",
    {"en": "Flywheel relationship states", "nl": "Relatietoestanden van het vliegwiel"},
    description={
        "en": (
            "Who people are to the company while the flywheel turns: strangers, prospects, "
            "customers, promoters."
        ),
        "nl": (
            "Wie mensen voor het bedrijf zijn terwijl het vliegwiel draait: vreemden, "
            "prospects, klanten, promoters."
        ),
    },
    aliases=["strangers-prospects-customers-promoters"],
    phases=[
        Phase(
            "strangers",
            {"en": "Strangers", "nl": "Vreemden"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Find help", "nl": "Hulp vinden"},
            business_goal={"en": "Attract", "nl": "Aantrekken"},
            description={
                "en": "People who do not know the company.",
                "nl": "Mensen die het bedrijf niet kennen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "prospects",
            "Prospects",
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Decide", "nl": "Beslissen"},
            business_goal={"en": "Engage", "nl": "Betrekken"},
            description={"en": "People who may buy.", "nl": "Mensen die mogelijk kopen."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "customers",
            {"en": "Customers", "nl": "Klanten"},
            stage="service",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Succeed", "nl": "Slagen"},
            business_goal={"en": "Delight", "nl": "Verrassen"},
            description={"en": "People who bought.", "nl": "Mensen die gekocht hebben."},
            data={"purchase_timing": ["at", "after"]},
        ),
        Phase(
            "promoters",
            {"en": "Promoters", "nl": "Promoters (ambassadeurs)"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share", "nl": "Delen"},
            business_goal={"en": "Let them attract others", "nl": "Hen anderen laten aantrekken"},
            description={
                "en": "Customers who spread the word.",
                "nl": "Klanten die het voortvertellen.",
            },
            data={
                "purchase_timing": ["after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: relationship state.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: relatietoestand.",
                },
            },
        ),
    ],
    transitions=[
        *sequence("strangers", "prospects", "customers", "promoters"),
        Transition(
            "promoters",
            "strangers",
            kind="repeat",
            reason={
                "en": "Promoters attract new strangers",
                "nl": "Promoters trekken nieuwe vreemden aan",
            },
            data={"basis": "secondary", "crosses": "customers"},
        ),
    ],
    origin=Origin(
        authors=["HubSpot"],
        year=2018,
        sources=[
            (
                "Halligan, B., keynote INBOUND18, September 2018 (contemporary report crm.org "
                "of 13 September 2018 seen)"
            )
        ],
        note={
            "en": (
                "The picture caption in the source article names strangers, prospects and "
                "promoters; 'customers' is not in the caption. 'Promoters' also is an NPS "
                "class (9-10); not the same thing."
            ),
            "nl": (
                "Het bijschrift in het bronartikel noemt strangers, prospects en promoters; "
                "'customers' staat er niet bij. 'Promoters' is ook een NPS-klasse (9-10); dat "
                "is niet hetzelfde."
            ),
        },
    ),
    data={
        "category": "relationship_state_model",
        "perspective": "organisation",
        "domain": ["b2b", "b2c", "inbound"],
        "sequence": "cyclic",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "secondary_seen",
            "phases": "secondary_seen",
            "transitions": "secondary_seen",
        },
        "named_in": ["customer journey toepassen op de organisatie"],
    },
)
