"""Intent audiences: groups of people by how near they are to buying, not steps in time."""

from typing import Final

from journeykit.grid import Lane, Note, Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import Transition

__all__ = ["SEE_THINK_DO_CARE"]

SEE_THINK_DO_CARE: Final = JourneyModel(
    "see_think_do_care",
    "See-Think-Do-Care",
    description={
        "en": (
            "Four audiences by commercial intent, from a wide public without intent to "
            "existing customers."
        ),
        "nl": (
            "Vier doelgroepen naar koopintentie, van een breed publiek zonder intentie tot "
            "bestaande klanten."
        ),
    },
    aliases=["STDC", "See Think Do Care", "SEE-THINK-DO-CARE"],
    phases=[
        Phase(
            "see",
            {"en": "See", "nl": "See (zien)"},
            stage="awareness",
            fit="exact",
            customer_goal={
                "en": "Be informed or entertained",
                "nl": "Geïnformeerd of vermaakt worden",
            },
            business_goal={
                "en": "Be useful and noticed, do not sell",
                "nl": "Nuttig zijn en opvallen, niet verkopen",
            },
            description={
                "en": "Largest addressable qualified audience, without commercial intent.",
                "nl": "Het grootste bereikbare gekwalificeerde publiek, zonder koopintentie.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "think",
            {"en": "Think", "nl": "Think (denken)"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Explore and compare", "nl": "Verkennen en vergelijken"},
            business_goal={
                "en": "Help to consider; convince of value",
                "nl": "Helpen overwegen; overtuigen van waarde",
            },
            description={
                "en": "The part of that audience with some commercial intent.",
                "nl": "Het deel van dat publiek met enige koopintentie.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "do",
            {"en": "Do", "nl": "Do (doen)"},
            stage="purchase",
            also=["consideration"],
            fit="exact",
            customer_goal={"en": "Buy with ease", "nl": "Gemakkelijk kopen"},
            business_goal={"en": "Convert", "nl": "Converteren"},
            description={
                "en": "The part with strong intent, ready to buy.",
                "nl": "Het deel met sterke intentie, klaar om te kopen.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "care",
            {"en": "Care", "nl": "Care (zorgen)"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Be looked after", "nl": "Verzorgd worden"},
            business_goal={
                "en": "Retain, serve, build loyalty",
                "nl": "Behouden, bedienen, loyaliteit opbouwen",
            },
            description={
                "en": (
                    "Existing customers; in Kaushik's strict sense those with two or more "
                    "transactions."
                ),
                "nl": "Bestaande klanten; strikt volgens Kaushik met twee of meer transacties.",
            },
            data={
                "purchase_timing": ["after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: existing customers.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: bestaande klanten.",
                },
            },
        ),
    ],
    lanes=[Lane("audience", {"en": "Audience", "nl": "Doelgroep"})],
    transitions=[
        Transition(
            "see",
            "do",
            reason={
                "en": "People do not follow a fixed pattern",
                "nl": "Mensen volgen geen vast patroon",
            },
            data={"basis": "source article"},
        ),
        Transition(
            "do",
            "think",
            reason={
                "en": "Interaction between phases is possible in both directions",
                "nl": "Wisselwerking tussen fasen is in beide richtingen mogelijk",
            },
            data={"basis": "source article"},
        ),
        Transition(
            "care",
            "do",
            kind="repeat",
            reason={"en": "repeat purchase", "nl": "herhaalaankoop"},
            data={"basis": "inference"},
        ),
    ],
    notes=[
        Note(
            "audience",
            "see",
            {
                "en": "largest addressable qualified audience; no commercial intent",
                "nl": "grootste bereikbare gekwalificeerde publiek; geen commerciële intentie",
            },
        ),
        Note(
            "audience",
            "think",
            {
                "en": "qualified audience with some commercial intent",
                "nl": "gekwalificeerd publiek met enige commerciële intentie",
            },
        ),
        Note(
            "audience",
            "do",
            {
                "en": "qualified audience with strong commercial intent",
                "nl": "gekwalificeerd publiek met sterke commerciële intentie",
            },
        ),
        Note(
            "audience",
            "care",
            {
                "en": "current customers with two or more commercial transactions",
                "nl": "huidige klanten met twee of meer commerciële transacties",
            },
        ),
    ],
    origin=Origin(
        authors=["Avinash Kaushik"],
        year=2013,
        sources=[
            (
                "Kaushik, A. (2013), 'See-Think-Do: A Content, Marketing, Measurement Business "
                "Framework', kaushik.net (primary page seen; the year follows from a 2016 blog "
                "that says 'almost 3 years ago')"
            ),
            (
                "Kaushik, A. (2015), 'See, Think, Do, Care Winning Combo: Content + Marketing "
                "+ Measurement!', kaushik.net (primary page seen; year from background "
                "knowledge)"
            ),
            (
                "ClickZ interview by Mike Grehan (page seen; year not in the excerpt): three "
                "stages only"
            ),
            (
                "linkdex.com: dates a Grehan interview to 2015 and says Care has since been "
                "appended as fourth stage"
            ),
        ],
        note={
            "en": (
                "2013 for See-Think-Do (three parts); Care was added afterwards, exact date "
                "not established. Attribute to Avinash Kaushik (then Digital Marketing "
                "Evangelist at Google), not to 'Google'. It was published on his own blog. "
                "Clusters are audiences by intent, not steps that everyone takes. A first-time "
                "buyer is not yet in Care in the strict sense; here the phase serves all "
                "existing customers. Definition of Care with two or more transactions seen in "
                "secondary sources only."
            ),
            "nl": (
                "2013 geldt voor See-Think-Do (drie delen); Care kwam er later bij, de "
                "precieze datum staat niet vast. Schrijf het toe aan Avinash Kaushik (toen "
                "Digital Marketing Evangelist bij Google), niet aan 'Google'. Het verscheen op "
                "zijn eigen blog. De delen zijn doelgroepen naar intentie, geen stappen die "
                "iedereen zet. Wie voor het eerst koopt, zit strikt genomen nog niet in Care; "
                "hier geldt de fase voor alle bestaande klanten. De definitie van Care met "
                "twee of meer transacties is alleen in secundaire bronnen gezien."
            ),
        },
    ),
    data={
        "category": "intent_audience_model",
        "perspective": "organisation",
        "domain": ["digital", "b2c", "b2b"],
        "sequence": "non_linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "secondary_seen",
            "phases": "secondary_seen",
            "transitions": "secondary_seen",
        },
        "named_in": ["Hoe moet je een klantreis opstellen? (ill graff design)"],
        "variants": [
            {
                "key": "see_think_do",
                "year": 2013,
                "phases": ["see", "think", "do"],
                "note": {"en": "original three-part form", "nl": "oorspronkelijke driedelige vorm"},
            },
            {
                "key": "stdc_five_part",
                "note": {
                    "en": "five-part version of the source article",
                    "nl": "vijfdelige versie van het bronartikel",
                },
            },
        ],
    },
)
