"""Lifecycles, loops and flywheels: journeys whose end leads back to a beginning."""

from typing import Final

from journeykit.grid import Lane, Note, Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import Transition, sequence

__all__ = [
    "CUSTOMER_LIFECYCLE",
    "FORRESTER_CLC_2010",
    "FORRESTER_CLC_2014",
    "HUBSPOT_FLYWHEEL",
    "LEMON_VERHOEF",
    "MCKINSEY_CDJ",
]

MCKINSEY_CDJ: Final = JourneyModel(
    "mckinsey_cdj",
    "Consumer decision journey (McKinsey)",
    description={
        "en": (
            "A circle in which brands are added and dropped while choosing, with a loyalty "
            "loop past the choice."
        ),
        "nl": (
            "Een cirkel waarin merken tijdens het kiezen bijkomen en afvallen, met een "
            "loyaliteitslus om de keuze heen."
        ),
    },
    aliases=["CDJ", "customer decision journey", "loyalty loop model"],
    phases=[
        Phase(
            "initial_consideration",
            {"en": "Initial consideration set", "nl": "Eerste overwegingsset"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Have a first short list", "nl": "Een eerste shortlist hebben"},
            business_goal={"en": "Be in the first set", "nl": "In de eerste set zitten"},
            description={
                "en": "After a trigger the consumer thinks of a few brands.",
                "nl": "Na een aanleiding denkt de consument aan een paar merken.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "active_evaluation",
            {"en": "Active evaluation", "nl": "Actieve evaluatie"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Find the best choice", "nl": "De beste keuze vinden"},
            business_goal={"en": "Be added and stay in", "nl": "Toegevoegd worden en erin blijven"},
            description={
                "en": "Information is gathered; brands are added and dropped.",
                "nl": "Informatie wordt verzameld; merken komen erbij en vallen af.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "closure",
            {"en": "Closure (moment of purchase)", "nl": "Afsluiting (moment van aankoop)"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Win at the point of purchase", "nl": "Winnen op het koopmoment"},
            description={
                "en": "A brand is selected and bought.",
                "nl": "Een merk wordt gekozen en gekocht.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "postpurchase",
            {"en": "Post-purchase experience", "nl": "Ervaring na aankoop"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Enjoy and get help", "nl": "Genieten en hulp krijgen"},
            business_goal={
                "en": "Build loyalty through the experience",
                "nl": "Loyaliteit opbouwen via de ervaring",
            },
            description={
                "en": "Experience builds expectations for the next decision.",
                "nl": "De ervaring vormt verwachtingen voor de volgende keuze.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("initial_consideration", "active_evaluation", "closure", "postpurchase"),
        Transition(
            "postpurchase",
            "closure",
            kind="repeat",
            reason={
                "en": (
                    "Loyalty loop: a loyal customer buys again and skips consideration and "
                    "evaluation"
                ),
                "nl": (
                    "Loyaliteitslus: een loyale klant koopt opnieuw en slaat overweging en "
                    "evaluatie over"
                ),
            },
            data={"basis": "secondary"},
        ),
        Transition(
            "postpurchase",
            "initial_consideration",
            kind="repeat",
            reason={
                "en": "A new trigger starts a new journey",
                "nl": "Een nieuwe aanleiding begint een nieuwe reis",
            },
            data={"basis": "source"},
        ),
        Transition(
            "active_evaluation",
            "active_evaluation",
            reason={
                "en": "Set of brands may grow during evaluation",
                "nl": "Het aantal merken kan tijdens de evaluatie groeien",
            },
            data={"basis": "source"},
        ),
        Transition(
            "postpurchase",
            "active_evaluation",
            reason={
                "en": "Passive loyalists stay open to competitors",
                "nl": "Passieve loyale klanten blijven openstaan voor concurrenten",
            },
            data={"basis": "background"},
        ),
    ],
    origin=Origin(
        authors=["David Court", "Dave Elzinga", "Susan Mulder", "Ole Jørgen Vetvik"],
        year=2009,
        sources=[
            (
                "Court, D., Elzinga, D., Mulder, S. & Vetvik, O. J. (June 2009), 'The consumer "
                "decision journey', McKinsey Quarterly 2009 no. 3 (primary text seen in part)"
            ),
            (
                "Edelman, D. C. (December 2010), 'Branding in the Digital Age', Harvard "
                "Business Review: variant consider, evaluate, buy, enjoy-advocate-bond"
            ),
        ],
        note={
            "en": (
                "Starts with a trigger (event). Active and passive loyalists are told apart. "
                "Based on purchase decisions of almost 20,000 consumers in five industries; "
                "two thirds of the touchpoints in active evaluation were consumer-driven (both "
                "seen in secondary sources)."
            ),
            "nl": (
                "Begint met een aanleiding (trigger). Actieve en passieve loyale klanten "
                "worden onderscheiden. Gebaseerd op aankoopbeslissingen van bijna 20.000 "
                "consumenten in vijf bedrijfstakken; twee derde van de contactmomenten in de "
                "actieve evaluatie ging van de consument uit (beide in secundaire bronnen "
                "gezien)."
            ),
        },
    ),
    starts_with={"en": "trigger", "nl": "aanleiding (trigger)"},
    data={
        "category": "cyclic_phase_model",
        "perspective": "customer",
        "domain": ["b2c"],
        "sequence": "cyclic",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "secondary_seen",
            "transitions": "secondary_seen",
        },
        "scope_basis": "source",
        "named_loops": [
            {
                "key": "loyalty_loop",
                "label": {"en": "Loyalty loop", "nl": "Loyaliteitslus"},
                "path": ["postpurchase", "closure"],
                "stage": "loyalty",
            }
        ],
    },
)

FORRESTER_CLC_2010: Final = JourneyModel(
    "forrester_clc_2010",
    "Customer life cycle (Forrester, 2010)",
    description={
        "en": "A cycle of four phases through the eyes of the customer.",
        "nl": "Een cyclus van vier fasen door de ogen van de klant.",
    },
    aliases=["discover-explore-buy-engage"],
    phases=[
        Phase(
            "discover",
            {"en": "Discover", "nl": "Ontdekken"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Discover", "nl": "Ontdekken"},
            business_goal={"en": "Be discovered", "nl": "Ontdekt worden"},
            description={
                "en": "Becoming aware of a need or product.",
                "nl": "Zich bewust worden van een behoefte of product.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "explore",
            {"en": "Explore", "nl": "Verkennen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Compare", "nl": "Vergelijken"},
            business_goal={"en": "Support exploring", "nl": "Verkennen ondersteunen"},
            description={
                "en": "Looking into it and comparing.",
                "nl": "Zich verdiepen en vergelijken.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: consideration.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: overweging.",
                },
            },
        ),
        Phase(
            "buy",
            {"en": "Buy", "nl": "Kopen"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy smoothly", "nl": "Soepel kopen"},
            business_goal={"en": "Smooth purchase", "nl": "Soepele aankoop"},
            description={"en": "The purchase.", "nl": "De aankoop."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Betrokken raken"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={"en": "Get value and take part", "nl": "Waarde krijgen en meedoen"},
            business_goal={
                "en": "Relation and new discovery",
                "nl": "Relatie en nieuwe ontdekking",
            },
            description={
                "en": "After purchase: interacting with brand and other customers.",
                "nl": "Na aankoop: contact met het merk en met andere klanten.",
            },
            data={
                "purchase_timing": ["after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: after purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: na de aankoop.",
                },
            },
        ),
    ],
    transitions=[
        *sequence("discover", "explore", "buy", "engage"),
        Transition(
            "engage",
            "discover",
            kind="repeat",
            reason={
                "en": "Discovery of further products; Satisfied customers bring word to others",
                "nl": "Ontdekking van andere producten; Tevreden klanten vertellen het anderen",
            },
            data={"basis": "secondary", "crosses": "customers"},
        ),
    ],
    origin=Origin(
        authors=["Forrester Research"],
        year=2010,
        sources=[
            (
                "Forrester blog (26 February 2014): life cycle first introduced in 2010 "
                "(primary page seen)"
            ),
            (
                "Forrester (22 January 2013), 'Embed The Customer Life Cycle Across "
                "Marketing', C. Munchbach and others"
            ),
        ],
    ),
    data={
        "category": "cyclic_phase_model",
        "perspective": "customer",
        "domain": ["b2c"],
        "sequence": "cyclic",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "secondary_seen",
            "transitions": "secondary_seen",
        },
        "homonym": {
            "en": "Used in other senses elsewhere; here: Forrester.",
            "nl": "Elders in andere betekenissen gebruikt; hier: Forrester.",
        },
    },
)

FORRESTER_CLC_2014: Final = JourneyModel(
    "forrester_clc_2014",
    "Customer life cycle (Forrester, 2014)",
    description={
        "en": "The cycle of 2010 with using and asking for help as phases of their own.",
        "nl": "De cyclus van 2010 met gebruiken en hulp vragen als eigen fasen.",
    },
    aliases=["discover-explore-buy-use-ask-engage"],
    phases=[
        Phase(
            "discover",
            {"en": "Discover", "nl": "Ontdekken"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Discover", "nl": "Ontdekken"},
            business_goal={"en": "Be discovered", "nl": "Ontdekt worden"},
            description={
                "en": "Becoming aware of a need or product.",
                "nl": "Zich bewust worden van een behoefte of product.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "explore",
            {"en": "Explore", "nl": "Verkennen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Compare", "nl": "Vergelijken"},
            business_goal={"en": "Support exploring", "nl": "Verkennen ondersteunen"},
            description={
                "en": "Looking into it and comparing.",
                "nl": "Zich verdiepen en vergelijken.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "buy",
            {"en": "Buy", "nl": "Kopen"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy smoothly", "nl": "Soepel kopen"},
            business_goal={"en": "Smooth purchase", "nl": "Soepele aankoop"},
            description={"en": "The purchase.", "nl": "De aankoop."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "use",
            {"en": "Use", "nl": "Gebruiken"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Get the benefit", "nl": "Het voordeel krijgen"},
            business_goal={"en": "Useful product", "nl": "Nuttig product"},
            description={"en": "Using the product.", "nl": "Het product gebruiken."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "ask",
            {"en": "Ask", "nl": "Vragen"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Get an answer", "nl": "Antwoord krijgen"},
            business_goal={"en": "Good service", "nl": "Goede service"},
            description={"en": "Asking for help.", "nl": "Om hulp vragen."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Betrokken raken"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Belong", "nl": "Erbij horen"},
            business_goal={"en": "Lasting relation", "nl": "Blijvende relatie"},
            description={
                "en": "Ongoing relation and community.",
                "nl": "Doorlopende relatie en gemeenschap.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("discover", "explore", "buy", "use", "ask", "engage"),
        Transition("engage", "discover", kind="repeat", data={"basis": "inference"}),
    ],
    origin=Origin(
        authors=["Forrester Research (Corinne Munchbach)"],
        year=2014,
        sources=[
            (
                "Forrester blog (14 April 2014), 'The Customer Life Cycle Gets A "
                "Customer-Obsessed Makeover': adds use and ask (primary page seen)"
            )
        ],
        note={
            "en": (
                "The order of the phases is background knowledge, not taken from a source that "
                "was seen. The transitions are our own reading."
            ),
            "nl": (
                "De volgorde van de fasen is vakkennis en niet uit een ingeziene bron. De "
                "overgangen zijn onze eigen lezing."
            ),
        },
    ),
    data={
        "category": "cyclic_phase_model",
        "perspective": "customer",
        "domain": ["b2c"],
        "sequence": "cyclic",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "primary_seen (two new phases); order from background",
            "transitions": "inference",
        },
        "supersedes": "forrester_clc_2010",
    },
)

CUSTOMER_LIFECYCLE: Final = JourneyModel(
    "customer_lifecycle",
    {"en": "Customer lifecycle (reach to loyalty)", "nl": "Klantlevenscyclus (reach tot loyalty)"},
    description={
        "en": (
            "How a relation with a customer grows, from being noticed to loyalty, again and again."
        ),
        "nl": (
            "Hoe de relatie met een klant groeit, van opgemerkt worden tot loyaliteit, "
            "telkens opnieuw."
        ),
    },
    aliases=["RACRL", "customer life cycle"],
    phases=[
        Phase(
            "reach",
            {"en": "Reach", "nl": "Bereik"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Notice", "nl": "Opmerken"},
            business_goal={"en": "Get attention", "nl": "Aandacht krijgen"},
            description={
                "en": "Being noticed by the people aimed at.",
                "nl": "Opgemerkt worden door de beoogde mensen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "acquisition",
            {"en": "Acquisition", "nl": "Acquisitie"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Look closer", "nl": "Beter bekijken"},
            business_goal={"en": "Draw in", "nl": "Binnen bereik brengen"},
            description={
                "en": "The person comes closer: visits, asks or signs up.",
                "nl": "De persoon komt dichterbij: bezoekt, vraagt of meldt zich aan.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: before purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: vóór de aankoop.",
                },
            },
        ),
        Phase(
            "conversion",
            {"en": "Conversion", "nl": "Conversie"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Sell", "nl": "Verkopen"},
            description={
                "en": "The person becomes a (paying or registered) customer.",
                "nl": "De persoon wordt (betalende of geregistreerde) klant.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "retention",
            {"en": "Retention", "nl": "Retentie"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Be served", "nl": "Bediend worden"},
            business_goal={"en": "Keep and grow", "nl": "Behouden en uitbouwen"},
            description={
                "en": "Keeping the customer and selling more.",
                "nl": "De klant behouden en meer verkopen.",
            },
            data={
                "purchase_timing": ["after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: after purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: na de aankoop.",
                },
            },
        ),
        Phase(
            "loyalty",
            {"en": "Loyalty", "nl": "Loyaliteit"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Belong and recommend", "nl": "Erbij horen en aanbevelen"},
            business_goal={"en": "Advocacy", "nl": "Aanbeveling"},
            description={
                "en": "The customer becomes partner or advocate.",
                "nl": "De klant wordt partner of ambassadeur.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("reach", "acquisition", "conversion", "retention", "loyalty"),
        Transition(
            "loyalty",
            "conversion",
            kind="repeat",
            reason={
                "en": (
                    "Drawn as an ellipse: customers move through it again and again; target "
                    "phase inferred"
                ),
                "nl": (
                    "Getekend als ellips: klanten gaan er telkens weer doorheen; de doelfase "
                    "is een gevolgtrekking"
                ),
            },
            data={"basis": "secondary"},
        ),
    ],
    origin=Origin(
        authors=["Matt Cutler", "Jim Sterne"],
        year=2000,
        sources=[
            (
                "Cutler, M. & Sterne, J. (2000), E-Metrics: Business Metrics for the New "
                "Economy, NetGenesis (year and stages seen in secondary source; publisher from "
                "background knowledge)"
            )
        ],
        note={
            "en": (
                "'Acquisition' here lies BEFORE purchase. Others use the word for the purchase "
                "itself."
            ),
            "nl": (
                "'Acquisition' ligt hier VÓÓR de aankoop. Anderen gebruiken het woord voor de "
                "aankoop zelf."
            ),
        },
    ),
    cyclic=True,
    data={
        "category": "relationship_state_model",
        "perspective": "organisation",
        "domain": ["digital", "b2c", "b2b"],
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
        "homonym": {
            "en": "Used in other senses elsewhere; here: Cutler & Sterne.",
            "nl": "Elders in andere betekenissen gebruikt; hier: Cutler & Sterne.",
        },
    },
)

LEMON_VERHOEF: Final = JourneyModel(
    "lemon_verhoef",
    {
        "en": "Customer journey in three stages (Lemon & Verhoef)",
        "nl": "Klantreis in drie fasen (Lemon & Verhoef)",
    },
    description={
        "en": ("Before, at and after the purchase, with past experience feeding the next journey."),
        "nl": "Voor, tijdens en na de aankoop, waarbij ervaring de volgende klantreis voedt.",
    },
    aliases=["prepurchase-purchase-postpurchase"],
    phases=[
        Phase(
            "prepurchase",
            {"en": "Prepurchase", "nl": "Voor de aankoop"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Know what to buy", "nl": "Weten wat te kopen"},
            business_goal={"en": "Be considered", "nl": "Overwogen worden"},
            description={
                "en": "Need recognition, search and consideration.",
                "nl": "Behoefte herkennen, zoeken en overwegen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "purchase",
            {"en": "Purchase", "nl": "Aankoop"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Sale", "nl": "Verkoop"},
            description={
                "en": "Choice, ordering and payment.",
                "nl": "Keuze, bestellen en betalen.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "postpurchase",
            {"en": "Postpurchase", "nl": "Na de aankoop"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Get value and help", "nl": "Waarde en hulp krijgen"},
            business_goal={"en": "Satisfy and retain", "nl": "Tevreden stellen en behouden"},
            description={
                "en": "Consumption, use, engagement and service requests.",
                "nl": "Consumptie, gebruik, betrokkenheid en servicevragen.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("prepurchase", "purchase", "postpurchase"),
        Transition(
            "postpurchase",
            "purchase",
            kind="repeat",
            reason={"en": "Loyalty: repurchase", "nl": "Loyaliteit: herhaalaankoop"},
            data={"basis": "background"},
        ),
        Transition(
            "postpurchase",
            "prepurchase",
            kind="repeat",
            reason={
                "en": "Search starts again; previous experience feeds the next one",
                "nl": "Het zoeken begint opnieuw; eerdere ervaring voedt de volgende",
            },
            data={"basis": "background"},
        ),
    ],
    origin=Origin(
        authors=["Katherine N. Lemon", "Peter C. Verhoef"],
        year=2016,
        sources=[
            (
                "Lemon, K. N. & Verhoef, P. C. (2016), 'Understanding Customer Experience "
                "Throughout the Customer Journey', Journal of Marketing 80(6), 69-96, doi "
                "10.1509/jm.15.0420 (title page and AMA summary seen)"
            )
        ],
        note={
            "en": (
                "The transitions are background knowledge, not taken from a source that was "
                "seen. Best academic anchor for before / at / after purchase."
            ),
            "nl": (
                "De overgangen zijn vakkennis en niet uit een ingeziene bron. De beste "
                "wetenschappelijke basis voor vóór / bij / na de aankoop."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c", "b2b"],
        "sequence": "cyclic",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "secondary_seen",
            "transitions": "background",
        },
        "touchpoint_types": ["brand_owned", "partner_owned", "customer_owned", "social_external"],
    },
)

HUBSPOT_FLYWHEEL: Final = JourneyModel(
    "hubspot_flywheel",
    {"en": "Flywheel (HubSpot)", "nl": "Vliegwiel (HubSpot)"},
    description={
        "en": (
            "A wheel in which delighted customers bring in new ones, so that growth feeds itself."
        ),
        "nl": (
            "Een wiel waarin tevreden klanten nieuwe klanten aantrekken, zodat groei "
            "zichzelf voedt."
        ),
    },
    aliases=["inbound flywheel", "vliegwiel"],
    phases=[
        Phase(
            "attract",
            {"en": "Attract", "nl": "Aantrekken"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Find help", "nl": "Hulp vinden"},
            business_goal={"en": "Draw the right people", "nl": "De juiste mensen trekken"},
            description={
                "en": "Useful content draws strangers.",
                "nl": "Nuttige content trekt vreemden aan.",
            },
            data={"purchase_timing": ["before"], "turns": {"from": "strangers", "to": "prospects"}},
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Betrekken"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Solve the problem, buy", "nl": "Het probleem oplossen, kopen"},
            business_goal={"en": "Relations and deals", "nl": "Relaties en opdrachten"},
            description={
                "en": "A relation is opened and buying made easy.",
                "nl": "Een relatie wordt aangegaan en kopen gemakkelijk gemaakt.",
            },
            data={
                "purchase_timing": ["before", "at"],
                "turns": {"from": "prospects", "to": "customers"},
                "homonym": {
                    "en": "Used in other senses elsewhere; here: before and at purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: vóór en bij de aankoop.",
                },
            },
        ),
        Phase(
            "delight",
            {"en": "Delight", "nl": "Verrassen"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Succeed", "nl": "Slagen"},
            business_goal={"en": "Promoters", "nl": "Ambassadeurs"},
            description={
                "en": "Customers are helped to succeed.",
                "nl": "Klanten worden geholpen te slagen.",
            },
            data={"purchase_timing": ["after"], "turns": {"from": "customers", "to": "promoters"}},
        ),
    ],
    lanes=[
        Lane("lead_department", {"en": "Lead department", "nl": "Leidende afdeling"}, kind="owners")
    ],
    transitions=[
        *sequence("attract", "engage", "delight"),
        Transition(
            "delight",
            "attract",
            kind="repeat",
            reason={
                "en": (
                    "Promoters bring in new strangers: energy goes back into the wheel; one "
                    "customer's enthusiasm starts another customer's journey"
                ),
                "nl": (
                    "Promoters brengen nieuwe vreemden binnen: de energie gaat terug in het "
                    "wiel; het enthousiasme van de ene klant zet de reis van een andere klant "
                    "in gang"
                ),
            },
            data={"basis": "secondary", "crosses": "customers"},
        ),
    ],
    notes=[
        Note("lead_department", "attract", "Marketing"),
        Note("lead_department", "engage", "Sales"),
        Note("lead_department", "delight", "Service"),
    ],
    origin=Origin(
        authors=[
            "HubSpot (Brian Halligan, Dharmesh Shah)",
            "metaphor from James Watt / Jim Collins / Amazon",
        ],
        year=2018,
        sources=[
            (
                "Halligan, B., keynote INBOUND18, September 2018 (contemporary report crm.org "
                "of 13 September 2018 seen)"
            ),
            (
                "Collins, J. (2001), Good to Great, HarperBusiness: the flywheel as a "
                "management metaphor, without customer phases"
            ),
        ],
        note={
            "en": (
                "The article 'customer journey toepassen op de organisatie' credits the "
                "flywheel to Jim Collins (2001) but its picture (strangers, prospects, "
                "promoters; marketing, sales, service) is HubSpot's of 2018. Keep the two "
                "apart. The lead department is the usual leading team; all teams act in all "
                "phases."
            ),
            "nl": (
                "Het artikel 'customer journey toepassen op de organisatie' schrijft het "
                "vliegwiel toe aan Jim Collins (2001), maar de afbeelding erin (strangers, "
                "prospects, promoters; marketing, sales, service) is die van HubSpot uit 2018. "
                "Houd de twee uit elkaar. De leidende afdeling is het team dat meestal voorop "
                "gaat; alle teams zijn in alle fasen actief."
            ),
        },
    ),
    data={
        "category": "cyclic_phase_model",
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
        "forces": {
            "force": {
                "en": "what adds speed (good programmes and experiences)",
                "nl": "wat snelheid geeft",
            },
            "friction": {
                "en": "what slows down (bad process, handoffs between teams)",
                "nl": "wat remt (slechte processen, overdrachten tussen teams)",
            },
        },
        "homonym": {
            "en": "Used in other senses elsewhere; here: customer model 2018.",
            "nl": "Elders in andere betekenissen gebruikt; hier: klantmodel uit 2018.",
        },
    },
)
