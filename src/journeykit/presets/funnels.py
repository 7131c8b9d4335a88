"""Funnels and hierarchies of effects: the steps that turn a public into customers."""

from typing import Final

from journeykit.model import JourneyModel, Lane, Note, Origin, Phase
from journeykit.transition import Transition, sequence

__all__ = ["AIDA", "REAN"]

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
                "The source article calls it outdated: dates from 1925 (wrong as origin), "
                "strict hierarchy, nothing after purchase."
            ),
            "nl": (
                "1898 is de traditionele datum voor de eerste drie termen (Strong 1925); 'get "
                "action' kwam er later bij; het acroniem is van 1921; de toeschrijving aan "
                "Lewis wordt door Iwamoto bestreden. Het jaartal is omstreden. 1925 is het "
                "jaar van Strongs publicaties, niet van de oorsprong. Stopt bij de aankoop: de "
                "delen service en loyaliteit ontbreken. Het bronartikel noemt het verouderd: "
                "uit 1925 (onjuist als oorsprong), een strikte volgorde, niets na de aankoop."
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
        "named_in": ["Hoe moet je een klantreis opstellen?"],
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
                "came later. Criticism in the source article: stiff, linear, too general for "
                "personal and dynamic journeys, weak on data and technology."
            ),
            "nl": (
                "Circa 2006; de eerste openbare beschrijving die is gezien, is van januari "
                "2008; het boek van 2009. Eén bron zegt begin jaren 2000. De bronnen spreken "
                "elkaar tegen over het jaartal. Oorsprong: marketingactiviteiten in kaart "
                "brengen en meetwaarden ordenen; als klantreis is het pas later gelezen. "
                "Kritiek in het bronartikel: stijf, lineair, te algemeen voor persoonlijke en "
                "dynamische klantreizen, zwak in data en technologie."
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
        "named_in": ["Hoe moet je een klantreis opstellen?"],
    },
)
