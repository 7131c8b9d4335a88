"""Moments and experiences: decisive encounters, and the parts of one visit."""

from typing import Final

from journeykit.grid import Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import Transition, sequence

__all__ = ["FIVE_E", "MOMENTS_OF_TRUTH"]

MOMENTS_OF_TRUTH: Final = JourneyModel(
    "moments_of_truth",
    {"en": "Moments of truth", "nl": "Momenten van de waarheid"},
    description={
        "en": (
            "The moments at which a shopper is won or lost, each feeding the next person's "
            "research."
        ),
        "nl": (
            "De momenten waarop een shopper gewonnen of verloren wordt, en die het zoeken "
            "van de volgende voeden."
        ),
    },
    aliases=["MOT", "ZMOT-FMOT-SMOT-UMOT"],
    phases=[
        Phase(
            "stimulus",
            "Stimulus",
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Notice", "nl": "Opmerken"},
            business_goal={"en": "Trigger interest", "nl": "Interesse wekken"},
            description={
                "en": "Something makes the shopper aware of a need or product.",
                "nl": "Iets maakt de shopper bewust van een behoefte of product.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "zmot",
            {"en": "Zero moment of truth", "nl": "Nulde moment van de waarheid"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Decide well informed", "nl": "Goed geïnformeerd beslissen"},
            business_goal={
                "en": "Be found and well reviewed",
                "nl": "Gevonden en goed beoordeeld worden",
            },
            description={
                "en": "Searching online, reading reviews and comparing before the shop.",
                "nl": "Online zoeken, reviews lezen en vergelijken vóór de winkel.",
            },
            data={"purchase_timing": ["before"], "abbreviation": "ZMOT"},
        ),
        Phase(
            "fmot",
            {"en": "First moment of truth", "nl": "Eerste moment van de waarheid"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Choose", "nl": "Kiezen"},
            business_goal={"en": "Win at the shelf", "nl": "Winnen bij het schap"},
            description={
                "en": (
                    "Seconds in front of the shelf (real or digital) in which the choice is made."
                ),
                "nl": "De seconden voor het (echte of digitale) schap waarin gekozen wordt.",
            },
            data={"purchase_timing": ["at"], "abbreviation": "FMOT"},
        ),
        Phase(
            "smot",
            {"en": "Second moment of truth", "nl": "Tweede moment van de waarheid"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Get the promised benefit", "nl": "Het beloofde voordeel krijgen"},
            business_goal={"en": "Keep the promise", "nl": "De belofte waarmaken"},
            description={
                "en": "Using the product and being delighted or not.",
                "nl": "Het product gebruiken en al dan niet enthousiast zijn.",
            },
            data={"purchase_timing": ["after"], "abbreviation": "SMOT"},
        ),
        Phase(
            "tmot",
            {"en": "Third moment of truth", "nl": "Derde moment van de waarheid"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={"en": "Be heard", "nl": "Gehoord worden"},
            business_goal={
                "en": "Listen and win advocates",
                "nl": "Luisteren en ambassadeurs winnen",
            },
            description={
                "en": "Feedback to the company and to others.",
                "nl": "Terugkoppeling naar het bedrijf en naar anderen.",
            },
            data={"purchase_timing": ["after"], "abbreviation": "TMOT", "optional": True},
        ),
        Phase(
            "umot",
            {"en": "Ultimate moment of truth", "nl": "Ultieme moment van de waarheid"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share", "nl": "Delen"},
            business_goal={
                "en": "Shared positive experiences",
                "nl": "Gedeelde positieve ervaringen",
            },
            description={
                "en": "The shared experience that others find.",
                "nl": "De gedeelde ervaring die anderen vinden.",
            },
            data={"purchase_timing": ["after"], "abbreviation": "UMOT"},
        ),
    ],
    transitions=[
        *sequence("stimulus", "zmot", "fmot", "smot", "tmot", "umot"),
        Transition(
            "umot",
            "zmot",
            kind="repeat",
            reason={
                "en": "One person's UMOT becomes the next person's ZMOT",
                "nl": "De UMOT van de een wordt de ZMOT van de volgende",
            },
            data={"basis": "secondary", "crosses": "customers"},
        ),
        Transition(
            "stimulus",
            "fmot",
            reason={
                "en": "The older three-step model had no zero moment",
                "nl": "Het oudere model met drie stappen had geen nulde moment",
            },
            data={"basis": "secondary"},
        ),
    ],
    origin=Origin(
        authors=[
            "Jan Carlzon (term in service)",
            "A. G. Lafley, Procter & Gamble (FMOT, SMOT)",
            "Pete Blackshaw (TMOT)",
            "Jim Lecinski, Google (ZMOT)",
            "Brian Solis (UMOT)",
        ],
        year=2011,
        sources=[
            (
                "Carlzon, J. (1987), Moments of Truth (English edition; a secondary source "
                "says 1986)"
            ),
            "Procter & Gamble Annual Report 2005 (Lafley: first and second moment)",
            "Lecinski, J. (June 2011), Winning the Zero Moment of Truth (ZMOT), Google",
            "Solis, B. (2013), What's the Future of Business, Wiley (UMOT)",
            "Blackshaw, P.: third moment of truth (2006 from background knowledge)",
        ],
        note={
            "en": (
                "Years by moment: Carlzon 1980s; FMOT/SMOT 2005; TMOT c. 2006; ZMOT 2011; UMOT "
                "2013. FMOT and SMOT stand for first and second. Some sources treat TMOT and "
                "UMOT as the same. A blog that claims to quote Solis swaps the definitions of "
                "ZMOT, FMOT and SMOT; do not copy it. Carlzon popularised the term; Richard "
                "Normann is usually named as the one who brought it into service management "
                "(background knowledge)."
            ),
            "nl": (
                "Jaren per moment: Carlzon jaren 80; FMOT/SMOT 2005; TMOT circa 2006; ZMOT "
                "2011; UMOT 2013. FMOT en SMOT staan voor eerste en tweede. Sommige bronnen "
                "behandelen TMOT en UMOT als hetzelfde. Een blog dat Solis zegt aan te halen, "
                "verwisselt de definities van ZMOT, FMOT en SMOT; neem die niet over. Carlzon "
                "maakte de term bekend; meestal wordt Richard Normann genoemd als degene die "
                "hem in het dienstenmanagement bracht (vakkennis)."
            ),
        },
    ),
    cyclic=True,
    data={
        "category": "moment_model",
        "perspective": "customer",
        "domain": ["b2c", "fmcg"],
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
    },
)

FIVE_E: Final = JourneyModel(
    "five_e",
    {"en": "5E experience model", "nl": "5E-belevingsmodel"},
    description={
        "en": (
            "The parts of one experience, such as a visit: from what draws people in to "
            "what they take along."
        ),
        "nl": (
            "De delen van één beleving, zoals een bezoek: van wat mensen aantrekt tot wat "
            "ze meenemen."
        ),
    },
    aliases=["5E", "five E's", "entice-enter-engage-exit-extend"],
    phases=[
        Phase(
            "entice",
            {"en": "Entice", "nl": "Verleiden"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Look forward to it", "nl": "Ernaar uitkijken"},
            business_goal={"en": "Draw in", "nl": "Aantrekken"},
            description={
                "en": "What draws people in and sets expectations.",
                "nl": "Wat mensen aantrekt en verwachtingen wekt.",
            },
            data={
                "purchase_timing": ["before"],
                "doblin_name": "attraction",
                "doblin_kind": "stage",
            },
        ),
        Phase(
            "enter",
            {"en": "Enter", "nl": "Binnengaan"},
            stage="purchase",
            also=["consideration"],
            fit="loose",
            customer_goal={"en": "Start easily", "nl": "Makkelijk beginnen"},
            business_goal={"en": "Smooth start", "nl": "Soepele start"},
            description={
                "en": "First steps into the experience.",
                "nl": "De eerste stappen de ervaring in.",
            },
            data={
                "purchase_timing": ["before", "at"],
                "doblin_name": "entry",
                "doblin_kind": "transition",
            },
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Beleven"},
            stage="service",
            fit="close",
            customer_goal={"en": "Do what one came for", "nl": "Doen waarvoor men kwam"},
            business_goal={"en": "Deliver the core", "nl": "De kern waarmaken"},
            description={"en": "The core of the experience.", "nl": "De kern van de ervaring."},
            data={
                "purchase_timing": ["after"],
                "doblin_name": "engagement",
                "doblin_kind": "stage",
                "homonym": {
                    "en": "Used in other senses elsewhere; here: during use.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: tijdens het gebruik.",
                },
            },
        ),
        Phase(
            "exit",
            {"en": "Exit", "nl": "Vertrekken"},
            stage="service",
            fit="loose",
            customer_goal={"en": "Finish well", "nl": "Goed afronden"},
            business_goal={"en": "A good ending", "nl": "Een goed einde"},
            description={"en": "How the experience ends.", "nl": "Hoe de ervaring eindigt."},
            data={"purchase_timing": ["after"], "doblin_name": "exit", "doblin_kind": "transition"},
        ),
        Phase(
            "extend",
            {"en": "Extend", "nl": "Verlengen"},
            stage="loyalty",
            fit="close",
            customer_goal={"en": "Remember and share", "nl": "Herinneren en delen"},
            business_goal={"en": "Bring back and spread", "nl": "Terughalen en verspreiden"},
            description={
                "en": "What is taken along, remembered and shared.",
                "nl": "Wat wordt meegenomen, herinnerd en gedeeld.",
            },
            data={"purchase_timing": ["after"], "doblin_name": "extension", "doblin_kind": "stage"},
        ),
    ],
    transitions=[
        *sequence("entice", "enter", "engage", "exit", "extend"),
        Transition("extend", "entice", kind="repeat", data={"basis": "inference"}),
    ],
    origin=Origin(
        authors=[
            "Doblin Group (attraction, entry, engagement, exit, extension)",
            "Conifer Research (5E wording)",
        ],
        sources=[
            (
                "Doblin Group, Zounds project, 'The Anatomy of Compelling Experiences': three "
                "stages (attraction, engagement, extension) and two transitions (entry, exit) "
                "(notes on alamut.com seen)"
            ),
            (
                "Conifer Research blog (1 February 2018), 'Conifer's 5E Framework' (primary "
                "page seen)"
            ),
        ],
        note={
            "en": (
                "The year has not been established. The transitions are our own reading. "
                "Describes one experience (a visit), not a purchase. Translate to purchase "
                "models only with a warning. Not the 5E teaching model (engage, explore, "
                "explain, elaborate, evaluate)."
            ),
            "nl": (
                "Het jaartal staat niet vast. De overgangen zijn onze eigen lezing. Beschrijft "
                "één beleving (een bezoek), geen aankoop. Vertaal alleen met een waarschuwing "
                "naar modellen met een aankoop. Niet het 5E-onderwijsmodel (engage, explore, "
                "explain, elaborate, evaluate)."
            ),
        },
    ),
    cyclic=False,
    data={
        "category": "experience_model",
        "perspective": "customer",
        "domain": ["service_design", "experience"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": False,
        "translation_safe": False,
        "mapping_confidence": "low",
        "verification": {
            "identity": "primary_seen (Conifer)",
            "year": "not established",
            "phases": "primary_seen",
            "transitions": "inference",
        },
        "homonym": {
            "en": "Used in other senses elsewhere; here: experience.",
            "nl": "Elders in andere betekenissen gebruikt; hier: beleving.",
        },
    },
)
