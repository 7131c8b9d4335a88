"""Lifecycles, loops and flywheels: journeys whose end leads back to a beginning."""

from typing import Final

from journeykit.model import JourneyModel, Lane, Note, Origin, Phase
from journeykit.transition import Transition, sequence

__all__ = ["HUBSPOT_FLYWHEEL"]

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
                "The source article credits the flywheel to Jim Collins (2001) but its picture "
                "(strangers, prospects, promoters; marketing, sales, service) is HubSpot's of "
                "2018. Keep the two apart. The lead department is the usual leading team; all "
                "teams act in all phases."
            ),
            "nl": (
                "Het bronartikel schrijft het vliegwiel toe aan Jim Collins (2001), maar de "
                "afbeelding erin (strangers, prospects, promoters; marketing, sales, service) "
                "is die van HubSpot uit 2018. Houd de twee uit elkaar. De leidende afdeling is "
                "het team dat meestal voorop gaat; alle teams zijn in alle fasen actief."
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
