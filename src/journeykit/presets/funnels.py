"""Funnels and hierarchies of effects: the steps that turn a public into customers."""

from typing import Final

from journeykit.grid import Lane, Note, Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import Transition, sequence

__all__ = [
    "AARRR",
    "AIDA",
    "AIDAS",
    "AIDMA",
    "AISAS",
    "DAGMAR",
    "HIERARCHY_OF_EFFECTS",
    "KOTLER_5A",
    "MARKETING_HOURGLASS",
    "RACE",
    "REAN",
    "RUCKER_4A",
]

AIDA: Final = JourneyModel(
    "aida",
    "AIDA",
    description={
        "en": "The classic four steps by which a message leads to a purchase.",
        "nl": "De klassieke vier stappen waarin een boodschap tot een aankoop leidt.",
    },
    aliases=["AIDA-model", "Attention-Interest-Desire-Action", "Awareness-Interest-Desire-Action"],
    phases=[
        Phase(
            "attention",
            {"en": "Attention", "nl": "Aandacht"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Notice something relevant", "nl": "Iets relevants opmerken"},
            business_goal={"en": "Be noticed", "nl": "Opvallen"},
            description={
                "en": "The message or product is noticed.",
                "nl": "De boodschap of het product valt op.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "interest",
            {"en": "Interest", "nl": "Interesse"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Learn more", "nl": "Meer weten"},
            business_goal={
                "en": "Hold attention with benefits",
                "nl": "Aandacht vasthouden met voordelen",
            },
            description={
                "en": "Curiosity about what is offered.",
                "nl": "Nieuwsgierigheid naar het aanbod.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "desire",
            {"en": "Desire", "nl": "Verlangen"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Be convinced it fits", "nl": "Overtuigd raken dat het past"},
            business_goal={"en": "Create preference", "nl": "Voorkeur wekken"},
            description={
                "en": "Wanting this particular product.",
                "nl": "Dit specifieke product willen hebben.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "action",
            {"en": "Action", "nl": "Actie"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Get it", "nl": "Het krijgen"},
            business_goal={"en": "Trigger the purchase", "nl": "Tot aankoop aanzetten"},
            description={
                "en": "Acting: buying, ordering, trying.",
                "nl": "Handelen: kopen, bestellen, proberen.",
            },
            data={
                "purchase_timing": ["at"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: aankoop.",
                },
            },
        ),
    ],
    origin=Origin(
        authors=[
            "traditionally E. St. Elmo Lewis (first three terms)",
            "Frank H. Dukesmith and Arthur F. Sheldon (according to newer research)",
            "C. P. Russell (acronym)",
            "Edward K. Strong Jr. (made the attribution known)",
        ],
        year=1898,
        sources=[
            (
                "Strong, E. K. Jr. (1925), The Psychology of Selling and Advertising; and "
                "Strong (1925), 'Theories of Selling', Journal of Applied Psychology 9, 75-86 "
                "(bibliographic details of the article from background knowledge)"
            ),
            (
                "Russell, C. P. (1921), Printers' Ink: proposes the acronym AIDA (secondary "
                "source seen)"
            ),
            (
                "Iwamoto, A. (2023), 'The Origin of AIDA: Who Invented and Formulated the AIDA "
                "Model?', CHARM proceedings (abstract seen; year from background knowledge): "
                "finds no evidence that Lewis invented it around 1898 and credits Sheldon and "
                "Dukesmith"
            ),
            (
                "Butler, R. S. (1911), Advertising, Selling, and Credits: names A. F. Sheldon "
                "as probably first with the four steps (as quoted by "
                "dragonsearchmarketing.com)"
            ),
        ],
        note={
            "en": (
                "1898 is the traditional date for the first three terms (Strong 1925); 'get "
                "action' was added later; acronym 1921; the attribution to Lewis is contested "
                "by Iwamoto. The year is disputed. 1925 is the year of Strong's publications, "
                "not of the origin. Stops at purchase: no backbone stages service and loyalty. "
                "'Hoe moet je een klantreis opstellen?' (ill graff design) calls it outdated: "
                "dates from 1925 (wrong as origin), strict hierarchy, nothing after purchase."
            ),
            "nl": (
                "1898 is de traditionele datum voor de eerste drie termen (Strong 1925); 'get "
                "action' kwam er later bij; het acroniem is van 1921; de toeschrijving aan "
                "Lewis wordt door Iwamoto bestreden. Het jaartal is omstreden. 1925 is het "
                "jaar van Strongs publicaties, niet van de oorsprong. Stopt bij de aankoop: de "
                "delen service en loyaliteit ontbreken. 'Hoe moet je een klantreis opstellen?' "
                "(ill graff design) noemt het verouderd: uit 1925 (onjuist als oorsprong), een "
                "strikte volgorde, niets na de aankoop."
            ),
        },
    ),
    data={
        "category": "hierarchy_of_effects",
        "perspective": "organisation",
        "domain": ["advertising", "sales"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "disputed",
            "phases": "secondary_seen",
            "transitions": "source article",
        },
        "named_in": ["Hoe moet je een klantreis opstellen? (ill graff design)"],
    },
)

AIDAS: Final = JourneyModel(
    "aidas",
    "AIDAS",
    description={
        "en": (
            "AIDA with one step after the purchase: satisfaction, so that the customer returns."
        ),
        "nl": "AIDA met één stap na de aankoop: tevredenheid, zodat de klant terugkomt.",
    },
    aliases=["AIDA(S)"],
    phases=[
        Phase(
            "attention",
            {"en": "Attention", "nl": "Aandacht"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Notice", "nl": "Opmerken"},
            business_goal={"en": "Be noticed", "nl": "Opvallen"},
            description={"en": "The offer is noticed.", "nl": "Het aanbod valt op."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "interest",
            {"en": "Interest", "nl": "Interesse"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Learn more", "nl": "Meer weten"},
            business_goal={"en": "Hold attention", "nl": "Aandacht vasthouden"},
            description={"en": "Curiosity grows.", "nl": "De nieuwsgierigheid groeit."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "desire",
            {"en": "Desire", "nl": "Verlangen"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Be convinced", "nl": "Overtuigd raken"},
            business_goal={"en": "Create preference", "nl": "Voorkeur wekken"},
            description={"en": "The wish to own.", "nl": "De wens om te bezitten."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "action",
            {"en": "Action", "nl": "Actie"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Get it", "nl": "Het krijgen"},
            business_goal={"en": "Close the sale", "nl": "De verkoop sluiten"},
            description={"en": "The purchase.", "nl": "De aankoop."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "satisfaction",
            {"en": "Satisfaction", "nl": "Tevredenheid"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={
                "en": "Be content with the purchase",
                "nl": "Tevreden zijn met de aankoop",
            },
            business_goal={
                "en": "Repeat business and referral",
                "nl": "Herhaalaankoop en doorverwijzing",
            },
            description={
                "en": "Being content after purchase, so that the customer returns and refers.",
                "nl": "Tevreden zijn na aankoop, zodat de klant terugkomt en doorverwijst.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    origin=Origin(
        authors=["A. F. Sheldon is named as the one who added satisfaction"],
        year=1911,
        sources=[
            (
                "Strong (1925) quotes the slogan with satisfaction as fifth term (secondary "
                "source seen)"
            ),
            "year 1911 for Sheldon from background knowledge",
        ],
        note={
            "en": (
                "The year is background knowledge, not taken from a source that was seen. The "
                "transitions are background knowledge, not taken from a source that was seen. "
                "Extends AIDA with one stage after purchase."
            ),
            "nl": (
                "Het jaartal is vakkennis en niet uit een ingeziene bron. De overgangen zijn "
                "vakkennis en niet uit een ingeziene bron. Breidt AIDA uit met één fase na de "
                "aankoop."
            ),
        },
    ),
    data={
        "category": "hierarchy_of_effects",
        "perspective": "organisation",
        "domain": ["sales"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "background",
            "phases": "secondary_seen",
            "transitions": "background",
        },
    },
)

AIDMA: Final = JourneyModel(
    "aidma",
    "AIDMA",
    description={
        "en": (
            "AIDA with memory between desire and action, for the time between the advert "
            "and the shop."
        ),
        "nl": (
            "AIDA met geheugen tussen verlangen en actie, voor de tijd tussen de "
            "advertentie en de winkel."
        ),
    },
    aliases=["AIDMA-model"],
    phases=[
        Phase(
            "attention",
            {"en": "Attention", "nl": "Aandacht"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Notice", "nl": "Opmerken"},
            business_goal={"en": "Be noticed", "nl": "Opvallen"},
            description={
                "en": "The product or advertisement is noticed.",
                "nl": "Product of advertentie wordt opgemerkt.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "interest",
            {"en": "Interest", "nl": "Interesse"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Learn more", "nl": "Meer weten"},
            business_goal={"en": "Hold attention", "nl": "Aandacht vasthouden"},
            description={"en": "Interest arises.", "nl": "Er ontstaat interesse."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "desire",
            {"en": "Desire", "nl": "Verlangen"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Want it", "nl": "Het willen hebben"},
            business_goal={"en": "Create desire", "nl": "Verlangen wekken"},
            description={"en": "The product is wanted.", "nl": "Het product wordt begeerd."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "memory",
            {"en": "Memory", "nl": "Geheugen"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Recall it in the shop", "nl": "Het in de winkel herinneren"},
            business_goal={"en": "Be remembered", "nl": "Onthouden worden"},
            description={
                "en": "The brand is remembered until the moment of buying.",
                "nl": "Het merk wordt onthouden tot het koopmoment.",
            },
            data={
                "purchase_timing": ["before"],
                "note": {
                    "en": "bridges the time lag between advert and shop",
                    "nl": "overbrugt de tijd tussen advertentie en winkel",
                },
            },
        ),
        Phase(
            "action",
            {"en": "Action", "nl": "Actie"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Get it", "nl": "Het krijgen"},
            business_goal={"en": "Sale at the shelf", "nl": "Verkoop bij het schap"},
            description={"en": "The product is bought.", "nl": "Het product wordt gekocht."},
            data={"purchase_timing": ["at"]},
        ),
    ],
    origin=Origin(
        authors=["Samuel Roland Hall"],
        year=1924,
        sources=[
            (
                "Hall, S. R., 1920s; Dentsu's own glossary says Roland Hall around 1920; other "
                "sources give 1924 (Retail Advertising and Selling; from background knowledge)"
            ),
            (
                "Sugiyama, K. & Andree, T. (2011), The Dentsu Way, McGraw-Hill, pp. 77-78, as "
                "cited by bbs.binus.ac.id"
            ),
        ],
        note={
            "en": "Sources disagree: c. 1920 or 1924. The sources on the year are conflicting.",
            "nl": (
                "De bronnen verschillen: circa 1920 of 1924. De bronnen spreken elkaar tegen "
                "over het jaartal."
            ),
        },
    ),
    data={
        "category": "hierarchy_of_effects",
        "perspective": "organisation",
        "domain": ["advertising"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen (Dentsu glossary)",
            "year": "conflicting (c. 1920 / 1924)",
            "phases": "primary_seen (Dentsu glossary)",
            "transitions": "secondary_seen",
        },
    },
)

AISAS: Final = JourneyModel(
    "aisas",
    "AISAS",
    description={
        "en": (
            "How consumers with internet act on an advert: they search before they buy, "
            "and share afterwards."
        ),
        "nl": (
            "Wat consumenten met internet na een advertentie doen: zoeken vóór de aankoop, "
            "delen erna."
        ),
    },
    aliases=["AISAS®"],
    phases=[
        Phase(
            "attention",
            {"en": "Attention", "nl": "Aandacht"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Notice", "nl": "Opmerken"},
            business_goal={"en": "Be noticed", "nl": "Opvallen"},
            description={
                "en": "The product or advertisement is noticed.",
                "nl": "Product of advertentie wordt opgemerkt.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "interest",
            {"en": "Interest", "nl": "Interesse"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Learn more", "nl": "Meer weten"},
            business_goal={"en": "Spark curiosity", "nl": "Nieuwsgierig maken"},
            description={"en": "Interest arises.", "nl": "Er ontstaat interesse."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "search",
            {"en": "Search", "nl": "Zoeken"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Check and compare", "nl": "Controleren en vergelijken"},
            business_goal={
                "en": "Be found with good content",
                "nl": "Gevonden worden met goede content",
            },
            description={
                "en": "The consumer looks up information, mostly online.",
                "nl": "De consument zoekt zelf informatie op, vooral online.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "action",
            {"en": "Action", "nl": "Actie"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Convert", "nl": "Converteren"},
            description={"en": "The purchase.", "nl": "De aankoop."},
            data={
                "purchase_timing": ["at"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: aankoop.",
                },
            },
        ),
        Phase(
            "share",
            {"en": "Share", "nl": "Delen"},
            stage="loyalty",
            fit="close",
            customer_goal={"en": "Tell others", "nl": "Anderen vertellen"},
            business_goal={"en": "Positive word of mouth", "nl": "Positieve mond-tot-mondreclame"},
            description={
                "en": "The experience is passed on to others.",
                "nl": "De ervaring wordt met anderen gedeeld.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("attention", "interest", "search", "action", "share"),
        Transition(
            "attention",
            "action",
            reason={
                "en": "An advert can lead straight to a purchase",
                "nl": "Een advertentie kan direct tot een aankoop leiden",
            },
            data={"basis": "background"},
        ),
        Transition(
            "interest",
            "share",
            reason={
                "en": "Interest alone can be shared, without buying",
                "nl": "Interesse alleen kan al gedeeld worden, zonder te kopen",
            },
            data={"basis": "background"},
        ),
        Transition(
            "share",
            "search",
            kind="repeat",
            reason={
                "en": "What one consumer shares is found by another",
                "nl": "Wat de ene consument deelt, vindt de andere",
            },
            data={"basis": "background", "crosses": "customers"},
        ),
        Transition(
            "share",
            "attention",
            kind="repeat",
            reason={
                "en": "Shared content catches the attention of others",
                "nl": "Gedeelde content trekt de aandacht van anderen",
            },
            data={"basis": "background", "crosses": "customers"},
        ),
    ],
    origin=Origin(
        authors=["Dentsu Inc."],
        year=2004,
        sources=[
            "Dentsu, Cross Switch glossary: model advocated since 2004 (primary page seen)",
            (
                "Business-to-business Advertising Association Japan (bbaa.or.jp): devised and "
                "published in 2004"
            ),
            "Sugiyama & Andree (2011), The Dentsu Way",
        ],
        note={
            "en": (
                "The transitions are background knowledge, not taken from a source that was "
                "seen. AISAS is a trademark of Dentsu; name Dentsu when you use it. No "
                "separate stage for use or service."
            ),
            "nl": (
                "De overgangen zijn vakkennis en niet uit een ingeziene bron. AISAS is een "
                "handelsmerk van Dentsu; noem Dentsu als je het gebruikt. Geen aparte fase "
                "voor gebruik of service."
            ),
        },
    ),
    cyclic=False,
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c", "digital"],
        "sequence": "mostly_linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "primary_seen",
            "transitions": "background",
        },
    },
)

DAGMAR: Final = JourneyModel(
    "dagmar",
    {"en": "DAGMAR (communication spectrum)", "nl": "DAGMAR (communicatiespectrum)"},
    description={
        "en": (
            "The mental steps through which advertising leads, each with a goal that can "
            "be measured."
        ),
        "nl": "De mentale stappen waar reclame doorheen leidt, elk met een meetbaar doel.",
    },
    aliases=["Defining Advertising Goals for Measured Advertising Results"],
    phases=[
        Phase(
            "awareness",
            {"en": "Awareness", "nl": "Bekendheid"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Know it exists", "nl": "Weten dat het bestaat"},
            business_goal={"en": "Make known", "nl": "Bekend maken"},
            description={
                "en": "Knowing that brand or firm exists.",
                "nl": "Weten dat merk of bedrijf bestaat.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: of the brand.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: van het merk.",
                },
            },
        ),
        Phase(
            "comprehension",
            {"en": "Comprehension", "nl": "Begrip"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Understand it", "nl": "Het begrijpen"},
            business_goal={"en": "Explain", "nl": "Uitleggen"},
            description={
                "en": "Understanding what the product is and does.",
                "nl": "Begrijpen wat het product is en doet.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "conviction",
            {"en": "Conviction", "nl": "Overtuiging"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Be sure", "nl": "Zeker zijn"},
            business_goal={"en": "Convince", "nl": "Overtuigen"},
            description={"en": "Mentally ready to buy.", "nl": "Mentaal bereid om te kopen."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "action",
            {"en": "Action", "nl": "Actie"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Get it", "nl": "Het krijgen"},
            business_goal={"en": "Purchase", "nl": "Aankoop"},
            description={"en": "The purchase.", "nl": "De aankoop."},
            data={"purchase_timing": ["at"]},
        ),
    ],
    origin=Origin(
        authors=["Russell H. Colley"],
        year=1961,
        sources=[
            (
                "Colley, R. H. (1961), Defining Advertising Goals for Measured Advertising "
                "Results, Association of National Advertisers"
            )
        ],
        note={
            "en": (
                "Essential to DAGMAR: goals are concrete and measurable, have a defined "
                "audience, a benchmark with degree of change, and a period. Useful precursor "
                "of SMART goals per phase."
            ),
            "nl": (
                "De kern van DAGMAR: doelen zijn concreet en meetbaar en hebben een omschreven "
                "doelgroep, een beginwaarde met mate van verandering, en een periode. Een "
                "bruikbare voorloper van SMART-doelen per fase."
            ),
        },
    ),
    data={
        "category": "hierarchy_of_effects",
        "perspective": "organisation",
        "domain": ["advertising"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "secondary_seen",
            "phases": "secondary_seen",
            "transitions": "secondary_seen",
        },
        "start_state": {
            "key": "unawareness",
            "label": {"en": "Unawareness", "nl": "Onbekendheid"},
            "note": {
                "en": "named as the starting state in some renderings",
                "nl": "in sommige weergaven als begintoestand genoemd",
            },
        },
    },
)

HIERARCHY_OF_EFFECTS: Final = JourneyModel(
    "hierarchy_of_effects",
    {
        "en": "Hierarchy of effects (Lavidge & Steiner)",
        "nl": "Hiërarchie van effecten (Lavidge & Steiner)",
    },
    description={
        "en": "Six steps from knowing to buying, by way of thinking, feeling and doing.",
        "nl": "Zes stappen van weten tot kopen, via denken, voelen en doen.",
    },
    aliases=["Lavidge-Steiner", "think-feel-do"],
    phases=[
        Phase(
            "awareness",
            {"en": "Awareness", "nl": "Bekendheid"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Know it exists", "nl": "Weten dat het bestaat"},
            business_goal={"en": "Make known", "nl": "Bekend maken"},
            description={"en": "Knowing of the product.", "nl": "Het product kennen."},
            data={
                "purchase_timing": ["before"],
                "dimension": "cognitive",
                "homonym": {
                    "en": "Used in other senses elsewhere; here: of the product.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: van het product.",
                },
            },
        ),
        Phase(
            "knowledge",
            {"en": "Knowledge", "nl": "Kennis"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Understand it", "nl": "Het begrijpen"},
            business_goal={"en": "Inform", "nl": "Informeren"},
            description={"en": "Knowing what it offers.", "nl": "Weten wat het biedt."},
            data={"purchase_timing": ["before"], "dimension": "cognitive"},
        ),
        Phase(
            "liking",
            {"en": "Liking", "nl": "Sympathie"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Feel good about it", "nl": "Er een goed gevoel bij hebben"},
            business_goal={"en": "Win sympathy", "nl": "Sympathie winnen"},
            description={"en": "Feeling favourable.", "nl": "Er positief tegenover staan."},
            data={"purchase_timing": ["before"], "dimension": "affective"},
        ),
        Phase(
            "preference",
            {"en": "Preference", "nl": "Voorkeur"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Rank the options", "nl": "Opties rangschikken"},
            business_goal={"en": "Be preferred", "nl": "De voorkeur krijgen"},
            description={"en": "Preferring it over others.", "nl": "Het verkiezen boven andere."},
            data={"purchase_timing": ["before"], "dimension": "affective"},
        ),
        Phase(
            "conviction",
            {"en": "Conviction", "nl": "Overtuiging"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Be sure", "nl": "Zeker zijn"},
            business_goal={"en": "Convince", "nl": "Overtuigen"},
            description={
                "en": "Wanting to buy and believing it wise.",
                "nl": "Willen kopen en dat verstandig vinden.",
            },
            data={"purchase_timing": ["before"], "dimension": "conative"},
        ),
        Phase(
            "purchase",
            {"en": "Purchase", "nl": "Aankoop"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Sell", "nl": "Verkopen"},
            description={
                "en": "Turning the attitude into buying.",
                "nl": "De houding omzetten in aankoop.",
            },
            data={"purchase_timing": ["at"], "dimension": "conative"},
        ),
    ],
    transitions=[
        *sequence("awareness", "knowledge", "liking", "preference", "conviction", "purchase"),
        Transition(
            "awareness",
            "purchase",
            reason={
                "en": (
                    "The authors note that steps are not equally far apart and that a buyer "
                    "may take several at once"
                ),
                "nl": (
                    "De auteurs merken op dat stappen niet even ver uiteen liggen en dat een "
                    "koper er meer tegelijk kan zetten"
                ),
            },
            data={"basis": "background"},
        ),
    ],
    origin=Origin(
        authors=["Robert J. Lavidge", "Gary A. Steiner"],
        year=1961,
        sources=[
            (
                "Lavidge, R. J. & Steiner, G. A. (1961), 'A Model for Predictive Measurements "
                "of Advertising Effectiveness', Journal of Marketing 25(6), 59-62 (volume and "
                "pages from background knowledge)"
            )
        ],
        note={
            "en": (
                "The transitions are background knowledge, not taken from a source that was "
                "seen. Dimensions: cognitive (think), affective (feel), conative (do). One "
                "dictionary gives 1962; the article is of 1961."
            ),
            "nl": (
                "De overgangen zijn vakkennis en niet uit een ingeziene bron. Dimensies: "
                "cognitief (denken), affectief (voelen), conatief (doen). Eén woordenboek "
                "noemt 1962; het artikel is van 1961."
            ),
        },
    ),
    data={
        "category": "hierarchy_of_effects",
        "perspective": "organisation",
        "domain": ["advertising"],
        "sequence": "mostly_linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "secondary_seen",
            "phases": "secondary_seen",
            "transitions": "background",
        },
    },
)

REAN: Final = JourneyModel(
    "rean",
    "REAN",
    description={
        "en": (
            "What an organisation does to win and keep customers: reach, engage, activate, nurture."
        ),
        "nl": (
            "Wat een organisatie doet om klanten te winnen en te houden: bereiken, "
            "betrekken, activeren, koesteren."
        ),
    },
    aliases=["REAN-model", "Reach-Engage-Activate-Nurture"],
    phases=[
        Phase(
            "reach",
            {"en": "Reach", "nl": "Bereiken"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Discover the brand", "nl": "Het merk ontdekken"},
            business_goal={
                "en": "Reach as many potentially interested people as possible",
                "nl": "Zoveel mogelijk mensen bereiken die interesse kunnen hebben",
            },
            description={
                "en": "People learn of the brand and are drawn to it.",
                "nl": "Mensen leren het merk kennen en worden erheen getrokken.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Betrekken"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Find useful content", "nl": "Nuttige content vinden"},
            business_goal={
                "en": "Involve with valuable content",
                "nl": "Betrekken met waardevolle content",
            },
            description={
                "en": "Those reached interact and take an interest.",
                "nl": "Wie bereikt is, gaat interactie aan en raakt geïnteresseerd.",
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
            "activate",
            {"en": "Activate", "nl": "Activeren"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy or sign up easily", "nl": "Makkelijk kopen of aanmelden"},
            business_goal={"en": "Move to action", "nl": "Aanzetten tot actie"},
            description={
                "en": "A wanted action is taken, such as a purchase.",
                "nl": "Er volgt een gewenste actie, zoals een aankoop.",
            },
            data={
                "purchase_timing": ["at"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: purchase or other action.",
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: aankoop of andere handeling."
                    ),
                },
            },
        ),
        Phase(
            "nurture",
            {"en": "Nurture", "nl": "Koesteren"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Be valued after buying", "nl": "Na aankoop gewaardeerd worden"},
            business_goal={"en": "Bring customers back", "nl": "Klanten laten terugkomen"},
            description={
                "en": "The relation with customers is kept and strengthened.",
                "nl": "De relatie met klanten wordt onderhouden en versterkt.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    lanes=[Lane("means", {"en": "Means", "nl": "Middelen"})],
    transitions=[
        *sequence("reach", "engage", "activate", "nurture"),
        Transition(
            "nurture",
            "activate",
            kind="repeat",
            reason={
                "en": "re-activation of existing customers",
                "nl": "heractivering van bestaande klanten",
            },
            data={"basis": "inference"},
        ),
    ],
    notes=[
        Note("means", "reach", {"en": "advertisements", "nl": "advertenties"}),
        Note("means", "reach", "social media"),
        Note("means", "reach", "SEO"),
        Note("means", "reach", {"en": "other channels", "nl": "andere kanalen"}),
        Note("means", "engage", "blogs"),
        Note("means", "engage", {"en": "videos", "nl": "video's"}),
        Note("means", "engage", {"en": "newsletters", "nl": "nieuwsbrieven"}),
        Note("means", "engage", {"en": "social posts", "nl": "sociale media posts"}),
        Note("means", "activate", {"en": "attractive offers", "nl": "aantrekkelijke aanbiedingen"}),
        Note(
            "means",
            "activate",
            {"en": "convincing product information", "nl": "overtuigende productinformatie"},
        ),
        Note("means", "activate", {"en": "simple order process", "nl": "eenvoudig bestelproces"}),
        Note("means", "nurture", {"en": "good customer service", "nl": "goede klantenservice"}),
        Note("means", "nurture", "follow-up e-mails"),
        Note(
            "means",
            "nurture",
            {
                "en": "special offers for existing customers",
                "nl": "speciale aanbiedingen voor bestaande klanten",
            },
        ),
    ],
    origin=Origin(
        authors=["Xavier Blanc (developer)", "Steve Jackson (made it known)"],
        year=2006,
        sources=[
            (
                "Jackson, S. (2009), Cult of Analytics: Driving Online Marketing Strategies "
                "Using Web Analytics, Butterworth-Heinemann (publisher from background "
                "knowledge)"
            ),
            (
                "Jackson, S. (29 Jan 2008), blackbeak.com, 'Measuring Online Engagement "
                "Re-visited and introducing the REAN model' (primary blog page seen)"
            ),
            (
                "Storm ID blog (26 June 2017): popularised by Jackson 2009, developed by Blanc "
                "in 2006"
            ),
            ("votito.com: Blanc Baudriller in the early 2000s at Satama Interactive, for Nokia"),
        ],
        note={
            "en": (
                "c. 2006; first public description seen is of January 2008; book 2009. One "
                "source says early 2000s. The sources on the year are conflicting. Origin: "
                "mapping marketing activities and sorting metrics; a customer journey reading "
                "came later. Criticism in 'Hoe moet je een klantreis opstellen?' (ill graff "
                "design): stiff, linear, too general for personal and dynamic journeys, weak "
                "on data and technology."
            ),
            "nl": (
                "Circa 2006; de eerste openbare beschrijving die is gezien, is van januari "
                "2008; het boek van 2009. Eén bron zegt begin jaren 2000. De bronnen spreken "
                "elkaar tegen over het jaartal. Oorsprong: marketingactiviteiten in kaart "
                "brengen en meetwaarden ordenen; als klantreis is het pas later gelezen. "
                "Kritiek in 'Hoe moet je een klantreis opstellen?' (ill graff design): stijf, "
                "lineair, te algemeen voor persoonlijke en dynamische klantreizen, zwak in "
                "data en technologie."
            ),
        },
    ),
    data={
        "category": "activity_model",
        "perspective": "organisation",
        "domain": ["digital", "b2c", "b2b"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen (2008 blog)",
            "year": "secondary_seen, conflicting (2006 / early 2000s)",
            "phases": "primary_seen",
            "transitions": "source article",
        },
        "named_in": ["Hoe moet je een klantreis opstellen? (ill graff design)"],
    },
)

RACE: Final = JourneyModel(
    "race",
    "RACE (Plan, Reach, Act, Convert, Engage)",
    description={
        "en": (
            "What digital marketing does: plan, reach people, have them interact, convert "
            "them, keep them engaged."
        ),
        "nl": (
            "Wat digitale marketing doet: plannen, mensen bereiken, laten reageren, "
            "converteren en binden."
        ),
    },
    aliases=["PRACE", "RACE planning"],
    phases=[
        Phase(
            "plan",
            {"en": "Plan", "nl": "Plannen"},
            customer_goal={"en": "(none)", "nl": "(geen)"},
            business_goal={
                "en": "A joined-up digital strategy with goals and KPIs",
                "nl": "Een samenhangende digitale strategie met doelen en KPI's",
            },
            description={
                "en": "Strategy, goals and measurement are set; no customer is present yet.",
                "nl": "Strategie, doelen en meting worden bepaald; er is nog geen klant.",
            },
            data={"purchase_timing": ["outside"], "customer_facing": False},
        ),
        Phase(
            "reach",
            {"en": "Reach", "nl": "Bereiken"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Discover", "nl": "Ontdekken"},
            business_goal={"en": "Awareness and visits", "nl": "Bekendheid en bezoek"},
            description={
                "en": (
                    "Visibility builds awareness and visits through paid, owned and earned media."
                ),
                "nl": (
                    "Zichtbaarheid bouwt bekendheid en bezoek op via paid, owned en earned media."
                ),
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "act",
            {"en": "Act (interact)", "nl": "Act (interactie)"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Explore, ask, sign up", "nl": "Verkennen, vragen, aanmelden"},
            business_goal={"en": "Interaction and leads", "nl": "Interactie en leads"},
            description={
                "en": "Visitors interact and become leads.",
                "nl": "Bezoekers gaan interactie aan en worden lead.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: interaction before purchase.",
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: interactie vóór de aankoop."
                    ),
                },
            },
        ),
        Phase(
            "convert",
            {"en": "Convert", "nl": "Converteren"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Sales", "nl": "Verkoop"},
            description={
                "en": "Leads become paying customers, online or offline.",
                "nl": "Leads worden betalende klant, online of offline.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Binden"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={"en": "Be served and valued", "nl": "Bediend en gewaardeerd worden"},
            business_goal={"en": "Loyalty and advocacy", "nl": "Loyaliteit en aanbeveling"},
            description={
                "en": "Relation after purchase: loyalty, repeat and advocacy.",
                "nl": "Relatie na aankoop: loyaliteit, herhaling en aanbeveling.",
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
        *sequence("plan", "reach", "act", "convert", "engage"),
        Transition(
            "engage",
            "reach",
            kind="repeat",
            reason={
                "en": "advocates help reach others",
                "nl": "ambassadeurs helpen anderen te bereiken",
            },
            data={"basis": "inference", "crosses": "customers"},
        ),
    ],
    origin=Origin(
        authors=["Dave Chaffey (Smart Insights)"],
        year=2010,
        sources=[
            (
                "Chaffey, D. (July 2010), 'Introducing RACE: a practical framework to improve "
                "your digital marketing', smartinsights.com (primary page seen)"
            )
        ],
        note={
            "en": (
                "The transitions are our own reading. 'Act' is short for interact: it is "
                "BEFORE purchase. 'Engage' is AFTER purchase (in REAN it is before). Not to be "
                "confused with the older public relations RACE (research, action, "
                "communication, evaluation)."
            ),
            "nl": (
                "De overgangen zijn onze eigen lezing. 'Act' is kort voor interact: het is "
                "VÓÓR de aankoop. 'Engage' is NA de aankoop (in REAN ervoor). Niet te "
                "verwarren met het oudere RACE uit de public relations (research, action, "
                "communication, evaluation)."
            ),
        },
    ),
    data={
        "category": "activity_model",
        "perspective": "organisation",
        "domain": ["digital", "b2c", "b2b"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "primary_seen",
            "transitions": "inference",
        },
        "homonym": {
            "en": "Used in other senses elsewhere; here: Chaffey 2010.",
            "nl": "Elders in andere betekenissen gebruikt; hier: Chaffey 2010.",
        },
    },
)

AARRR: Final = JourneyModel(
    "aarrr",
    "AARRR (pirate metrics)",
    description={
        "en": ("Five figures by which a start-up follows its users, from first visit to income."),
        "nl": (
            "Vijf cijfers waarmee een start-up haar gebruikers volgt, van eerste bezoek tot omzet."
        ),
    },
    aliases=["pirate metrics", "pirate funnel", "AAARRR (with awareness, later variant)"],
    phases=[
        Phase(
            "acquisition",
            {"en": "Acquisition", "nl": "Acquisitie"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Find a solution", "nl": "Een oplossing vinden"},
            business_goal={"en": "Get the right visitors", "nl": "De juiste bezoekers krijgen"},
            description={
                "en": "New visitors find their way in.",
                "nl": "Nieuwe bezoekers weten de weg te vinden.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: first visit.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: eerste bezoek.",
                },
            },
        ),
        Phase(
            "activation",
            {"en": "Activation", "nl": "Activatie"},
            stage="consideration",
            also=["service"],
            fit="loose",
            customer_goal={"en": "See value at once", "nl": "Meteen waarde zien"},
            business_goal={"en": "First success", "nl": "Eerste succes"},
            description={
                "en": "The first use goes well and shows what it is good for.",
                "nl": "Het eerste gebruik gaat goed en laat het nut zien.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": (
                        "Used in other senses elsewhere; here: happy first experience, mostly "
                        "before payment."
                    ),
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: prettige eerste "
                        "ervaring, meestal vóór betaling."
                    ),
                },
            },
        ),
        Phase(
            "retention",
            {"en": "Retention", "nl": "Retentie"},
            stage="service",
            fit="close",
            customer_goal={"en": "Keep getting value", "nl": "Waarde blijven krijgen"},
            business_goal={"en": "Repeated use", "nl": "Herhaald gebruik"},
            description={
                "en": "They return of their own accord.",
                "nl": "Ze komen uit zichzelf terug.",
            },
            data={
                "purchase_timing": ["before", "after"],
                "homonym": {
                    "en": (
                        "Used in other senses elsewhere; here: repeat visits, may be before "
                        "payment."
                    ),
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: herhaalde bezoeken, "
                        "soms vóór betaling."
                    ),
                },
            },
        ),
        Phase(
            "referral",
            {"en": "Referral", "nl": "Aanbeveling"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share", "nl": "Delen"},
            business_goal={"en": "Viral growth", "nl": "Virale groei"},
            description={"en": "They bring in others.", "nl": "Ze brengen anderen mee."},
            data={"purchase_timing": ["before", "after"]},
        ),
        Phase(
            "revenue",
            {"en": "Revenue", "nl": "Omzet"},
            stage="purchase",
            fit="close",
            customer_goal={"en": "Pay for value", "nl": "Betalen voor waarde"},
            business_goal={"en": "Monetise", "nl": "Geld verdienen"},
            description={"en": "What they do earns money.", "nl": "Wat ze doen levert geld op."},
            data={"purchase_timing": ["at"]},
        ),
    ],
    transitions=[
        Transition(
            "referral",
            "acquisition",
            kind="repeat",
            reason={
                "en": "referral brings in new users",
                "nl": "aanbeveling brengt nieuwe gebruikers binnen",
            },
            data={"basis": "inference", "crosses": "customers"},
        ),
        Transition(
            "activation",
            "revenue",
            reason={
                "en": "paying can come before retention",
                "nl": "betalen kan vóór terugkeren komen",
            },
            data={"basis": "inference"},
        ),
    ],
    origin=Origin(
        authors=["Dave McClure"],
        year=2007,
        sources=[
            (
                "McClure, D. (2007), 'Startup Metrics for Pirates: AARRR!', Ignite Seattle 4 "
                "(primary talk page on igniteshow.com seen: order acquisition, activation, "
                "retention, referral, revenue)"
            )
        ],
        note={
            "en": (
                "The transitions are our own reading. Original order ends with referral, "
                "revenue; many retellings swap them to revenue, referral. Order is not the "
                "backbone order (revenue comes last), because of freemium use before payment."
            ),
            "nl": (
                "De overgangen zijn onze eigen lezing. De oorspronkelijke volgorde eindigt met "
                "referral, revenue; velen draaien die om tot revenue, referral. De volgorde "
                "wijkt af van de gemeenschappelijke vijfdeling (omzet komt als laatste), door "
                "gratis gebruik vóór betaling."
            ),
        },
    ),
    data={
        "category": "metric_model",
        "perspective": "organisation",
        "domain": ["startup", "saas", "digital"],
        "sequence": "non_linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "medium",
        "verification": {
            "identity": "primary_seen",
            "year": "secondary_seen",
            "phases": "primary_seen",
            "transitions": "inference",
        },
    },
)

KOTLER_5A: Final = JourneyModel(
    "kotler_5a",
    {"en": "Five A's customer path (Kotler)", "nl": "De vijf A's (Kotler)"},
    description={
        "en": (
            "The path of connected customers, who ask others before they act and recommend "
            "afterwards."
        ),
        "nl": (
            "Het pad van verbonden klanten, die anderen vragen voor ze handelen en daarna "
            "aanbevelen."
        ),
    },
    aliases=["5A", "five A's", "aware-appeal-ask-act-advocate"],
    phases=[
        Phase(
            "aware",
            {"en": "Aware", "nl": "Aware (kennen)"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "(passive) know brands", "nl": "(passief) merken kennen"},
            business_goal={"en": "Be known and recalled", "nl": "Bekend zijn en herinnerd worden"},
            description={
                "en": "The customer is passively exposed to many brands.",
                "nl": "De klant komt passief met veel merken in aanraking.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "appeal",
            {"en": "Appeal", "nl": "Appeal (aantrekken)"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Form a short list", "nl": "Een shortlist vormen"},
            business_goal={"en": "Stand out", "nl": "Opvallen tussen de rest"},
            description={
                "en": "A short list of brands appeals.",
                "nl": "Een korte lijst merken spreekt aan.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "ask",
            {"en": "Ask", "nl": "Ask (vragen)"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Be convinced by others", "nl": "Door anderen overtuigd raken"},
            business_goal={
                "en": "Answer, be recommended",
                "nl": "Antwoord geven, aanbevolen worden",
            },
            description={
                "en": (
                    "Curious customers ask friends, media and the brand; the individual path "
                    "becomes social."
                ),
                "nl": (
                    "Nieuwsgierige klanten vragen vrienden, media en het merk; het pad wordt "
                    "sociaal."
                ),
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "act",
            {"en": "Act", "nl": "Act (handelen)"},
            stage="purchase",
            also=["service"],
            fit="close",
            customer_goal={"en": "Buy and use", "nl": "Kopen en gebruiken"},
            business_goal={"en": "Sale and good experience", "nl": "Verkoop en goede ervaring"},
            description={
                "en": "Buying, and also using and being served.",
                "nl": "Kopen, en ook gebruiken en bediend worden.",
            },
            data={
                "purchase_timing": ["at", "after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: purchase and use.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: aankoop en gebruik.",
                },
            },
        ),
        Phase(
            "advocate",
            {"en": "Advocate", "nl": "Advocate (aanbevelen)"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Recommend a loved brand", "nl": "Een geliefd merk aanbevelen"},
            business_goal={"en": "Advocacy", "nl": "Aanbeveling"},
            description={
                "en": "Loyalty shown by retention, repurchase and in the end recommendation.",
                "nl": "Loyaliteit blijkt uit blijven, herhalen en uiteindelijk aanbevelen.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        Transition(
            "aware",
            "act",
            reason={
                "en": "Stages can be skipped, for instance an impulse purchase",
                "nl": "Fasen kunnen worden overgeslagen, bijvoorbeeld bij een impulsaankoop",
            },
            data={"basis": "secondary"},
        ),
        Transition(
            "appeal",
            "advocate",
            reason={
                "en": "Fans may recommend a brand they never bought",
                "nl": "Fans kunnen een merk aanbevelen dat ze nooit kochten",
            },
            data={"basis": "secondary"},
        ),
        Transition(
            "ask",
            "appeal",
            reason={
                "en": "The path can loop back before purchase",
                "nl": "Het pad kan vóór de aankoop teruglopen",
            },
            data={"basis": "secondary"},
        ),
        Transition("act", "advocate", data={"basis": "source"}),
    ],
    origin=Origin(
        authors=["Philip Kotler", "Hermawan Kartajaya", "Iwan Setiawan"],
        year=2017,
        sources=[
            (
                "Kotler, P., Kartajaya, H. & Setiawan, I. (2017), Marketing 4.0: Moving from "
                "Traditional to Digital, Wiley"
            )
        ],
        note={
            "en": (
                "The book appeared at the end of 2016 with copyright year 2017. Derived from "
                "Derek Rucker's four A's."
            ),
            "nl": (
                "Het boek verscheen eind 2016 met copyrightjaar 2017. Afgeleid van de vier A's "
                "van Derek Rucker."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c", "b2b"],
        "sequence": "non_linear",
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
        "metrics": [
            {
                "key": "PAR",
                "label": "Purchase action ratio",
                "formula": "number of Act / number of Aware",
            },
            {
                "key": "BAR",
                "label": "Brand advocacy ratio",
                "formula": "number of Advocate / number of Aware",
            },
        ],
    },
)

RUCKER_4A: Final = JourneyModel(
    "rucker_4a",
    {"en": "Four A's (Rucker)", "nl": "De vier A's (Rucker)"},
    description={
        "en": "A funnel of four steps that counts who buys again.",
        "nl": "Een trechter van vier stappen die telt wie opnieuw koopt.",
    },
    aliases=["4A"],
    phases=[
        Phase(
            "aware",
            {"en": "Aware", "nl": "Aware (kennen)"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Know", "nl": "Kennen"},
            business_goal={"en": "Be known", "nl": "Bekend zijn"},
            description={"en": "Learning of a brand.", "nl": "Een merk leren kennen."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "attitude",
            {"en": "Attitude", "nl": "Attitude (houding)"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Form an opinion", "nl": "Een mening vormen"},
            business_goal={"en": "Positive attitude", "nl": "Positieve houding"},
            description={
                "en": "Liking or disliking; joins interest and desire.",
                "nl": "Het merk spreekt wel of niet aan; interesse en verlangen samengenomen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "act",
            {"en": "Act", "nl": "Act (handelen)"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Sale", "nl": "Verkoop"},
            description={"en": "Deciding to buy.", "nl": "Besluiten te kopen."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "act_again",
            {"en": "Act again", "nl": "Act again (opnieuw handelen)"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={"en": "Buy again with ease", "nl": "Makkelijk opnieuw kopen"},
            business_goal={"en": "Repurchase", "nl": "Herhaalaankoop"},
            description={"en": "Buying again.", "nl": "Opnieuw kopen."},
            data={"purchase_timing": ["after"]},
        ),
    ],
    origin=Origin(
        authors=["Derek Rucker (Kellogg)"],
        sources=[
            (
                "Described in Kotler, Kartajaya & Setiawan (2017), Marketing 4.0; as retold by "
                "strataccess.com and pkmarketing.jp"
            )
        ],
        note={
            "en": (
                "The year has not been established. The transitions are background knowledge, "
                "not taken from a source that was seen. Narrowing funnel: the number of "
                "customers falls at each step."
            ),
            "nl": (
                "Het jaartal staat niet vast. De overgangen zijn vakkennis en niet uit een "
                "ingeziene bron. Versmallende trechter: het aantal klanten daalt bij elke "
                "stap."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c"],
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
    },
)

MARKETING_HOURGLASS: Final = JourneyModel(
    "marketing_hourglass",
    {"en": "Marketing hourglass", "nl": "Marketing-zandloper"},
    description={
        "en": (
            "A funnel that widens again after the purchase: from know, like and trust to "
            "repeat and refer."
        ),
        "nl": (
            "Een trechter die na de aankoop weer breder wordt: van kennen en vertrouwen "
            "tot herhalen en doorverwijzen."
        ),
    },
    aliases=["Duct Tape Marketing hourglass", "know-like-trust-try-buy-repeat-refer"],
    phases=[
        Phase(
            "know",
            {"en": "Know", "nl": "Kennen"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Discover", "nl": "Ontdekken"},
            business_goal={"en": "Be known", "nl": "Bekend zijn"},
            description={
                "en": "Learning that the business exists.",
                "nl": "Weten dat het bedrijf bestaat.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "like",
            {"en": "Like", "nl": "Leuk vinden"},
            stage="consideration",
            also=["awareness"],
            fit="close",
            customer_goal={"en": "Feel a match", "nl": "Een klik voelen"},
            business_goal={"en": "Be liked", "nl": "Aardig gevonden worden"},
            description={"en": "Liking style and approach.", "nl": "Stijl en aanpak aanspreken."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "trust",
            {"en": "Trust", "nl": "Vertrouwen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Reduce risk", "nl": "Risico verkleinen"},
            business_goal={"en": "Earn trust", "nl": "Vertrouwen verdienen"},
            description={
                "en": "Believing the promise will be kept.",
                "nl": "Geloven dat de belofte wordt nagekomen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "try",
            {"en": "Try", "nl": "Proberen"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Test before buying", "nl": "Proberen vóór kopen"},
            business_goal={"en": "Let them try", "nl": "Laten proberen"},
            description={"en": "A low-risk test.", "nl": "Een test met weinig risico."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "buy",
            {"en": "Buy", "nl": "Kopen"},
            stage="purchase",
            also=["service"],
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Sale and a great start", "nl": "Verkoop en een goede start"},
            description={"en": "Purchase and its delivery.", "nl": "Aankoop en levering."},
            data={"purchase_timing": ["at", "after"]},
        ),
        Phase(
            "repeat",
            {"en": "Repeat", "nl": "Herhalen"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Keep getting results", "nl": "Resultaat blijven krijgen"},
            business_goal={"en": "Repeat and cross-sell", "nl": "Herhalen en cross-selling"},
            description={"en": "Buying again, and more.", "nl": "Opnieuw en meer kopen."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "refer",
            {"en": "Refer", "nl": "Doorverwijzen"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Help friends", "nl": "Vrienden helpen"},
            business_goal={"en": "Referrals", "nl": "Doorverwijzingen"},
            description={"en": "Sending others.", "nl": "Anderen doorverwijzen."},
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("know", "like", "trust", "try", "buy", "repeat", "refer"),
        Transition(
            "refer",
            "know",
            kind="repeat",
            reason={
                "en": "referred persons start at know",
                "nl": "doorverwezen mensen beginnen bij kennen",
            },
            data={"basis": "inference", "crosses": "customers"},
        ),
        Transition("repeat", "buy", kind="repeat", data={"basis": "inference"}),
    ],
    origin=Origin(
        authors=["John Jantsch (Duct Tape Marketing)"],
        year=2007,
        sources=[
            (
                "Jantsch, J., ducttapemarketing.com, '7 Little Words That Sum Up the Entire "
                "Marketing Machine' (primary page seen)"
            ),
            (
                "Jantsch, J. (2007, revised 2011), Duct Tape Marketing; Jantsch, J. (2010), "
                "The Referral Engine (years from background knowledge)"
            ),
        ],
        note={
            "en": (
                "The year is background knowledge, not taken from a source that was seen. The "
                "transitions are our own reading. Author is John Jantsch, not Ries. 'Marketing "
                "Hourglass' is marked as a trademark on his site."
            ),
            "nl": (
                "Het jaartal is vakkennis en niet uit een ingeziene bron. De overgangen zijn "
                "onze eigen lezing. De auteur is John Jantsch, niet Ries. 'Marketing "
                "Hourglass' staat op zijn site als handelsmerk."
            ),
        },
    ),
    cyclic=False,
    data={
        "category": "phase_model",
        "perspective": "organisation",
        "domain": ["small_business", "b2b", "b2c"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "background",
            "phases": "primary_seen",
            "transitions": "inference",
        },
    },
)
