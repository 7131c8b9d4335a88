"""Relationship states: who someone is to the organisation, not where in a journey."""

from typing import Final

from journeykit.grid import Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import DROP_OFF, Transition, sequence

__all__ = ["FLYWHEEL_STATES", "HUBSPOT_LIFECYCLE_STAGES", "LIFECYCLE_POSITIONS", "LOYALTY_LADDER"]

LIFECYCLE_POSITIONS: Final = JourneyModel(
    "lifecycle_positions",
    {
        "en": "Customer lifecycle positions",
        "nl": "Posities in de klantlevenscyclus",
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
        "named_in": ["Hoe moet je een klantreis opstellen? (ill graff design)"],
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
                "The picture caption in 'customer journey toepassen op de organisatie' names "
                "strangers, prospects and promoters; 'customers' is not in the caption. "
                "'Promoters' also is an NPS class (9-10); not the same thing."
            ),
            "nl": (
                "Het bijschrift in 'customer journey toepassen op de organisatie' noemt "
                "strangers, prospects en promoters; 'customers' staat er niet bij. 'Promoters' "
                "is ook een NPS-klasse (9-10); dat is niet hetzelfde."
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

LOYALTY_LADDER: Final = JourneyModel(
    "loyalty_ladder",
    {"en": "Loyalty ladder (relationship marketing)", "nl": "Loyaliteitsladder"},
    description={
        "en": ("The rungs by which a relation with a customer deepens, from prospect to partner."),
        "nl": (
            "De sporten waarlangs de relatie met een klant zich verdiept, van prospect tot partner."
        ),
    },
    aliases=["ladder of loyalty"],
    phases=[
        Phase(
            "prospect",
            "Prospect",
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Find a supplier", "nl": "Een aanbieder vinden"},
            business_goal={"en": "Win", "nl": "Winnen"},
            description={
                "en": "Someone who may be persuaded.",
                "nl": "Iemand die mogelijk te overtuigen is.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "customer",
            {"en": "Customer", "nl": "Klant (eenmalig)"},
            stage="purchase",
            also=["service"],
            fit="close",
            customer_goal={"en": "Try it", "nl": "Uitproberen"},
            business_goal={"en": "First sale", "nl": "Eerste verkoop"},
            description={"en": "Bought once or now and then.", "nl": "Kocht eenmaal of af en toe."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "client",
            {"en": "Client", "nl": "Vaste klant"},
            stage="service",
            fit="close",
            customer_goal={"en": "Convenience", "nl": "Gemak"},
            business_goal={"en": "Repeat", "nl": "Herhaling"},
            description={"en": "Buys regularly, neutral.", "nl": "Koopt regelmatig, neutraal."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "supporter",
            "Supporter",
            stage="loyalty",
            fit="close",
            customer_goal={"en": "Be appreciated", "nl": "Gewaardeerd worden"},
            business_goal={"en": "Liking", "nl": "Sympathie"},
            description={
                "en": "Likes the firm, passive support.",
                "nl": "Mag het bedrijf graag, steunt passief.",
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "advocate",
            {"en": "Advocate", "nl": "Ambassadeur"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share", "nl": "Delen"},
            business_goal={"en": "Word of mouth", "nl": "Mond-tot-mondreclame"},
            description={"en": "Recommends actively.", "nl": "Beveelt actief aan."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "partner",
            "Partner",
            stage="loyalty",
            fit="close",
            customer_goal={"en": "Grow together", "nl": "Samen groeien"},
            business_goal={"en": "Partnership", "nl": "Partnerschap"},
            description={
                "en": "Works together for mutual gain.",
                "nl": "Werkt samen voor wederzijds voordeel.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("prospect", "customer", "client", "supporter", "advocate", "partner"),
        Transition(
            "customer",
            DROP_OFF,
            reason={
                "en": "Firms may also deselect unprofitable customers",
                "nl": "Bedrijven kunnen ook zelf afscheid nemen van onrendabele klanten",
            },
            data={"basis": "secondary"},
        ),
    ],
    origin=Origin(
        authors=["Martin Christopher", "Adrian Payne", "David Ballantyne"],
        year=1991,
        sources=[
            (
                "Christopher, M., Payne, A. & Ballantyne, D. (1991; later 2002), Relationship "
                "Marketing (secondary sources seen; one credits Payne, Christopher, Clark & "
                "Peck)"
            )
        ],
    ),
    data={
        "category": "relationship_state_model",
        "perspective": "organisation",
        "domain": ["b2b", "b2c"],
        "sequence": "linear",
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
    },
)

HUBSPOT_LIFECYCLE_STAGES: Final = JourneyModel(
    "hubspot_lifecycle_stages",
    {"en": "HubSpot CRM lifecycle stages", "nl": "HubSpot-lifecyclefasen (CRM)"},
    description={
        "en": "Values of a field in a CRM system that say how far a contact has come.",
        "nl": "Waarden van een veld in een CRM-systeem die zeggen hoever een contact is.",
    },
    aliases=["CRM lifecycle stage"],
    phases=[
        Phase(
            "subscriber",
            {"en": "Subscriber", "nl": "Abonnee"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Stay informed", "nl": "Op de hoogte blijven"},
            business_goal={"en": "Nurture", "nl": "Warm houden"},
            description={"en": "Opted in to content.", "nl": "Heeft zich aangemeld voor content."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "lead",
            "Lead",
            stage="consideration",
            fit="close",
            customer_goal={"en": "Learn", "nl": "Leren"},
            business_goal={"en": "Qualify", "nl": "Kwalificeren"},
            description={"en": "Showed more interest.", "nl": "Toonde meer interesse."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "mql",
            "Marketing qualified lead",
            stage="consideration",
            fit="close",
            customer_goal={"en": "Compare", "nl": "Vergelijken"},
            business_goal={"en": "Hand over well", "nl": "Goed overdragen"},
            description={
                "en": "Marketing finds it fit for sales.",
                "nl": "Marketing vindt de lead geschikt voor sales.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "sql",
            "Sales qualified lead",
            stage="consideration",
            fit="close",
            customer_goal={"en": "Get answers", "nl": "Antwoorden krijgen"},
            business_goal={"en": "Open a deal", "nl": "Een deal openen"},
            description={"en": "Sales accepts it.", "nl": "Sales accepteert de lead."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "opportunity",
            {"en": "Opportunity", "nl": "Opportunity (kans)"},
            stage="purchase",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Negotiate", "nl": "Onderhandelen"},
            business_goal={"en": "Win", "nl": "Winnen"},
            description={"en": "A deal is open.", "nl": "Er loopt een deal."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "customer",
            {"en": "Customer", "nl": "Klant"},
            stage="service",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Get value", "nl": "Waarde krijgen"},
            business_goal={"en": "Serve and grow", "nl": "Bedienen en uitbouwen"},
            description={"en": "A deal is won.", "nl": "Een deal is gewonnen."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "evangelist",
            {"en": "Evangelist", "nl": "Evangelist (ambassadeur)"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share", "nl": "Delen"},
            business_goal={"en": "Referrals", "nl": "Doorverwijzingen"},
            description={"en": "Recommends actively.", "nl": "Beveelt actief aan."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "other",
            {"en": "Other", "nl": "Overig"},
            customer_goal={"en": "(none)", "nl": "(geen)"},
            business_goal={"en": "(none)", "nl": "(geen)"},
            description={"en": "Outside the journey.", "nl": "Buiten de klantreis."},
            data={"purchase_timing": ["outside"]},
        ),
    ],
    origin=Origin(
        authors=["HubSpot"],
        sources=[
            (
                "HubSpot default property, as listed by velainn.com, automationstrategists.com "
                "and funnelledger.com (seen)"
            )
        ],
        note={
            "en": (
                "The year has not been established. The transitions are background knowledge, "
                "not taken from a source that was seen. A CRM field, not a map. Useful for "
                "joining data to a map."
            ),
            "nl": (
                "Het jaartal staat niet vast. De overgangen zijn vakkennis en niet uit een "
                "ingeziene bron. Een CRM-veld, geen kaart. Handig om gegevens aan een kaart te "
                "koppelen."
            ),
        },
    ),
    data={
        "category": "relationship_state_model",
        "perspective": "organisation",
        "domain": ["b2b", "crm"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "not established",
            "phases": "secondary_seen",
            "transitions": "background",
        },
        "homonym": {
            "en": "Used in other senses elsewhere; here: CRM field.",
            "nl": "Elders in andere betekenissen gebruikt; hier: CRM-veld.",
        },
    },
)
