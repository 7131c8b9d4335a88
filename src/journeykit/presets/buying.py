"""Buying processes: how consumers and organisations come to a purchase."""

from typing import Final

from journeykit.grid import Lane, Note, Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import DROP_OFF, START, Transition, sequence

__all__ = ["BUYGRID", "CONSUMER_BUYING_PROCESS", "GARTNER_BUYING_JOBS", "MESSY_MIDDLE"]

_YES = {"en": "yes", "nl": "ja"}
_MAYBE = {"en": "maybe", "nl": "misschien"}
_NO = {"en": "no", "nl": "nee"}

CONSUMER_BUYING_PROCESS: Final = JourneyModel(
    "consumer_buying_process",
    {
        "en": "Consumer buying decision process (five stages)",
        "nl": "Koopbeslissingsproces van de consument (vijf stappen)",
    },
    description={
        "en": (
            "How a consumer solves a problem by buying: from a felt need to behaviour "
            "after the purchase."
        ),
        "nl": (
            "Hoe een consument een probleem oplost door te kopen: van gevoelde behoefte "
            "tot gedrag na de aankoop."
        ),
    },
    aliases=["EKB model", "Engel-Kollat-Blackwell", "five-stage buyer decision process"],
    phases=[
        Phase(
            "need_recognition",
            {"en": "Need (problem) recognition", "nl": "Behoefte- of probleemherkenning"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Recognise the need", "nl": "De behoefte herkennen"},
            business_goal={
                "en": "Trigger or match the need",
                "nl": "De behoefte oproepen of erop inspelen",
            },
            description={
                "en": "A gap between actual and wanted state is felt.",
                "nl": "Er wordt een verschil gevoeld tussen huidige en gewenste situatie.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "information_search",
            {"en": "Information search", "nl": "Informatie zoeken"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Know the options", "nl": "Opties kennen"},
            business_goal={"en": "Be found and trusted", "nl": "Gevonden en vertrouwd worden"},
            description={
                "en": "Looking in memory and outside it.",
                "nl": "Zoeken in het geheugen en daarbuiten.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "evaluation",
            {"en": "Evaluation of alternatives", "nl": "Alternatieven evalueren"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Choose well", "nl": "Goed kiezen"},
            business_goal={
                "en": "Score on the criteria that count",
                "nl": "Scoren op de criteria die tellen",
            },
            description={
                "en": "Options are weighed on criteria.",
                "nl": "Opties worden op criteria gewogen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "purchase_decision",
            {"en": "Purchase decision", "nl": "Aankoopbeslissing"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={"en": "Remove last obstacles", "nl": "Laatste drempels wegnemen"},
            description={
                "en": "Brand, seller, quantity, time and payment are decided.",
                "nl": "Merk, verkoper, hoeveelheid, moment en betaling worden bepaald.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "post_purchase",
            {"en": "Post-purchase behaviour", "nl": "Gedrag na aankoop"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={
                "en": "Be content, get rid of doubt",
                "nl": "Tevreden zijn, twijfel kwijtraken",
            },
            business_goal={
                "en": "Satisfy, reassure, bring back",
                "nl": "Tevreden stellen, geruststellen, terughalen",
            },
            description={
                "en": "Satisfaction or dissonance, use, repeat, complaint.",
                "nl": "Tevredenheid of dissonantie, gebruik, herhaling, klacht.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence(
            "need_recognition",
            "information_search",
            "evaluation",
            "purchase_decision",
            "post_purchase",
        ),
        Transition(
            "need_recognition",
            "purchase_decision",
            reason={
                "en": "Routine, low-involvement purchases skip search and evaluation",
                "nl": "Routineaankopen met weinig betrokkenheid slaan zoeken en evalueren over",
            },
            data={"basis": "background"},
        ),
        Transition("post_purchase", "need_recognition", kind="repeat", data={"basis": "inference"}),
    ],
    origin=Origin(
        authors=[
            "John Dewey (problem-solving basis)",
            "James F. Engel, David T. Kollat, Roger D. Blackwell",
            "textbook form: Philip Kotler",
        ],
        year=1968,
        sources=[
            "Engel, Kollat & Blackwell (1968), Consumer Behavior",
            "Dewey, J. (1910), How We Think",
            "Kotler & Keller, Marketing Management (executive summary on ebrary.net seen)",
        ],
        note={
            "en": (
                "The transitions are background knowledge, not taken from a source that was "
                "seen. Common five-stage form is a simplification of the EKB model."
            ),
            "nl": (
                "De overgangen zijn vakkennis en niet uit een ingeziene bron. De gangbare vorm "
                "met vijf stappen is een vereenvoudiging van het EKB-model."
            ),
        },
    ),
    cyclic=False,
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c"],
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

BUYGRID: Final = JourneyModel(
    "buygrid",
    {"en": "BuyGrid (buying grid)", "nl": "Buying grid (koopraster)"},
    description={
        "en": (
            "How organisations buy: eight phases, of which the kind of purchase decides "
            "which are gone through."
        ),
        "nl": (
            "Hoe organisaties inkopen: acht fasen, waarbij het soort aankoop bepaalt welke "
            "worden doorlopen."
        ),
    },
    aliases=["buying grid", "buy grid", "buygrid framework", "koopgrid"],
    phases=[
        Phase(
            "problem_recognition",
            {"en": "Problem recognition", "nl": "Probleemherkenning"},
            stage="awareness",
            fit="exact",
            customer_goal={
                "en": "Agree that something must be done",
                "nl": "Het eens worden dat er iets moet gebeuren",
            },
            business_goal={
                "en": "Trigger or spot the need",
                "nl": "De behoefte oproepen of signaleren",
            },
            description={
                "en": "Someone in the organisation sees a problem or need that buying can solve.",
                "nl": (
                    "Iemand in de organisatie ziet een probleem of behoefte die met inkoop op "
                    "te lossen is."
                ),
            },
            data={
                "purchase_timing": ["before"],
                "name_of_1967": {
                    "en": "Anticipation or recognition of a problem (need)",
                    "nl": "Voorzien of herkennen van een probleem (behoefte)",
                },
            },
        ),
        Phase(
            "general_need_description",
            {"en": "General need description", "nl": "Algemene behoeftebeschrijving"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Know roughly what is needed", "nl": "Globaal weten wat nodig is"},
            business_goal={"en": "Help to define the need", "nl": "Helpen de behoefte te bepalen"},
            description={
                "en": "General characteristics and quantity are determined.",
                "nl": "Algemene kenmerken en hoeveelheid worden bepaald.",
            },
            data={
                "purchase_timing": ["before"],
                "name_of_1967": {
                    "en": "Determination of characteristics and quantity",
                    "nl": "Bepalen van kenmerken en hoeveelheid",
                },
            },
        ),
        Phase(
            "product_specification",
            {"en": "Product specification", "nl": "Productspecificatie"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Have testable requirements", "nl": "Toetsbare eisen hebben"},
            business_goal={
                "en": "Get own strengths into the specification",
                "nl": "Eigen sterktes in de specificatie krijgen",
            },
            description={
                "en": "Technical requirements are written down.",
                "nl": "Technische eisen worden vastgelegd.",
            },
            data={
                "purchase_timing": ["before"],
                "name_of_1967": {
                    "en": "Description of characteristics and quantity",
                    "nl": "Beschrijven van kenmerken en hoeveelheid",
                },
            },
        ),
        Phase(
            "supplier_search",
            {"en": "Supplier search", "nl": "Zoeken naar leveranciers"},
            stage="consideration",
            fit="exact",
            customer_goal={
                "en": "Have a list of capable suppliers",
                "nl": "Een lijst bekwame leveranciers hebben",
            },
            business_goal={
                "en": "Be found and qualified",
                "nl": "Gevonden en gekwalificeerd worden",
            },
            description={
                "en": "Possible sources are looked for and qualified.",
                "nl": "Mogelijke leveranciers worden gezocht en gekwalificeerd.",
            },
            data={
                "purchase_timing": ["before"],
                "name_of_1967": {
                    "en": "Search for and qualification of potential sources",
                    "nl": "Zoeken en kwalificeren van mogelijke leveranciers",
                },
            },
        ),
        Phase(
            "proposal_solicitation",
            {"en": "Proposal solicitation", "nl": "Offertes aanvragen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Get comparable offers", "nl": "Vergelijkbare offertes krijgen"},
            business_goal={"en": "Convincing proposal", "nl": "Overtuigende offerte"},
            description={
                "en": "Proposals are asked for and analysed.",
                "nl": "Offertes worden gevraagd en geanalyseerd.",
            },
            data={
                "purchase_timing": ["before"],
                "name_of_1967": {
                    "en": "Acquisition and analysis of proposals",
                    "nl": "Verkrijgen en analyseren van offertes",
                },
            },
        ),
        Phase(
            "supplier_selection",
            {"en": "Supplier selection", "nl": "Leverancierskeuze"},
            stage="purchase",
            also=["consideration"],
            fit="exact",
            customer_goal={"en": "Choose with little risk", "nl": "Met weinig risico kiezen"},
            business_goal={"en": "Win", "nl": "Winnen"},
            description={
                "en": "Proposals are judged and a supplier is chosen.",
                "nl": "Offertes worden beoordeeld en een leverancier wordt gekozen.",
            },
            data={
                "purchase_timing": ["before", "at"],
                "name_of_1967": {
                    "en": "Evaluation of proposals and selection of suppliers",
                    "nl": "Beoordelen van offertes en kiezen van leveranciers",
                },
            },
        ),
        Phase(
            "order_routine_specification",
            {"en": "Order-routine specification", "nl": "Bestelprocedure vastleggen"},
            stage="purchase",
            also=["service"],
            fit="exact",
            customer_goal={"en": "Order smoothly from now on", "nl": "Voortaan soepel bestellen"},
            business_goal={
                "en": "Easy, lasting order routine",
                "nl": "Makkelijke, blijvende bestelroutine",
            },
            description={
                "en": "Order, delivery, terms and routine are fixed.",
                "nl": "Bestelling, levering, voorwaarden en routine worden vastgelegd.",
            },
            data={
                "purchase_timing": ["at"],
                "name_of_1967": {
                    "en": "Selection of an order routine",
                    "nl": "Kiezen van een bestelroutine",
                },
            },
        ),
        Phase(
            "performance_review",
            {"en": "Performance review", "nl": "Prestatiebeoordeling"},
            stage="service",
            also=["loyalty"],
            fit="exact",
            customer_goal={"en": "Make sure it delivers", "nl": "Zeker weten dat het werkt"},
            business_goal={"en": "Stay the supplier", "nl": "Leverancier blijven"},
            description={
                "en": "Supplier and product are evaluated; go on, change or stop.",
                "nl": "Leverancier en product worden geëvalueerd; doorgaan, wijzigen of stoppen.",
            },
            data={
                "purchase_timing": ["after"],
                "name_of_1967": {
                    "en": "Performance feedback and evaluation",
                    "nl": "Prestatieterugkoppeling en evaluatie",
                },
            },
        ),
    ],
    lanes=[
        Lane(
            "new_task",
            {"en": "New task", "nl": "Nieuwe aankoop (new task)"},
            kind="values",
            description={
                "en": "Bought for the first time; most information, people and risk",
                "nl": "Eerste aankoop; meeste informatie, mensen en risico",
            },
        ),
        Lane(
            "modified_rebuy",
            {"en": "Modified rebuy", "nl": "Gewijzigde heraankoop"},
            kind="values",
            description={
                "en": "Bought before, but specification, price, terms or supplier change",
                "nl": (
                    "Eerder gekocht, maar specificatie, prijs, voorwaarden of leverancier wijzigen"
                ),
            },
        ),
        Lane(
            "straight_rebuy",
            {"en": "Straight rebuy", "nl": "Ongewijzigde heraankoop (routine)"},
            kind="values",
            description={
                "en": "Routine reorder without change",
                "nl": "Routinematig opnieuw bestellen zonder wijziging",
            },
        ),
    ],
    transitions=[
        Transition(START, "problem_recognition"),
        *sequence(
            "problem_recognition",
            "general_need_description",
            "product_specification",
            "supplier_search",
            "proposal_solicitation",
            "supplier_selection",
            "order_routine_specification",
            "performance_review",
        ),
        Transition(
            START,
            "product_specification",
            reason={
                "en": "A straight rebuy starts here: Kotler marks the two phases before it as no",
                "nl": (
                    "Een ongewijzigde heraankoop begint hier: bij de twee fasen ervoor zet "
                    "Kotler nee"
                ),
            },
            data={"basis": "background"},
        ),
        Transition(
            "product_specification",
            "performance_review",
            reason={
                "en": "Straight rebuy: Kotler marks the phases in between as no",
                "nl": "Ongewijzigde heraankoop: bij de fasen ertussen zet Kotler nee",
            },
            data={"basis": "background"},
        ),
        Transition(
            "performance_review",
            "product_specification",
            kind="repeat",
            reason={"en": "next straight rebuy", "nl": "volgende ongewijzigde heraankoop"},
            data={"basis": "inference"},
        ),
        Transition(
            "performance_review",
            "problem_recognition",
            kind="repeat",
            reason={
                "en": "dissatisfaction turns a straight rebuy into a modified rebuy",
                "nl": "ontevredenheid maakt van een ongewijzigde heraankoop een gewijzigde",
            },
            data={"basis": "inference"},
        ),
        Transition(
            "supplier_search",
            "supplier_selection",
            reason={
                "en": "Stages are compressed or bypassed in rebuys",
                "nl": "Bij heraankopen worden fasen ingekort of overgeslagen",
            },
            data={"basis": "secondary"},
        ),
        Transition(
            "performance_review",
            DROP_OFF,
            reason={
                "en": "The buyer may drop the supplier",
                "nl": "De koper kan de leverancier laten vallen",
            },
            data={"basis": "secondary"},
        ),
    ],
    notes=[
        Note("new_task", "problem_recognition", _YES),
        Note("new_task", "general_need_description", _YES),
        Note("new_task", "product_specification", _YES),
        Note("new_task", "supplier_search", _YES),
        Note("new_task", "proposal_solicitation", _YES),
        Note("new_task", "supplier_selection", _YES),
        Note("new_task", "order_routine_specification", _YES),
        Note("new_task", "performance_review", _YES),
        Note("modified_rebuy", "problem_recognition", _MAYBE),
        Note("modified_rebuy", "general_need_description", _MAYBE),
        Note("modified_rebuy", "product_specification", _YES),
        Note("modified_rebuy", "supplier_search", _MAYBE),
        Note("modified_rebuy", "proposal_solicitation", _MAYBE),
        Note("modified_rebuy", "supplier_selection", _MAYBE),
        Note("modified_rebuy", "order_routine_specification", _MAYBE),
        Note("modified_rebuy", "performance_review", _YES),
        Note("straight_rebuy", "problem_recognition", _NO),
        Note("straight_rebuy", "general_need_description", _NO),
        Note("straight_rebuy", "product_specification", _YES),
        Note("straight_rebuy", "supplier_search", _NO),
        Note("straight_rebuy", "proposal_solicitation", _NO),
        Note("straight_rebuy", "supplier_selection", _NO),
        Note("straight_rebuy", "order_routine_specification", _NO),
        Note("straight_rebuy", "performance_review", _YES),
    ],
    origin=Origin(
        authors=["Patrick J. Robinson", "Charles W. Faris", "Yoram Wind"],
        year=1967,
        sources=[
            (
                "Robinson, P. J., Faris, C. W. & Wind, Y. (1967), Industrial Buying and "
                "Creative Marketing, Allyn & Bacon, Boston (bibliographic data and phase names "
                "seen in secondary sources)"
            ),
            (
                "Kotler, P. & Keller, K. L., Marketing Management, table 'Buygrid framework: "
                "major stages (buyphases) of the industrial buying process in relation to "
                "major buying situations (buyclasses)': the yes/maybe/no cells"
            ),
            (
                "zaleco.nl, 'Buying Grid: zo kopen klanten' (Dutch terms koopklassen, nieuwe "
                "aanschaf, gewijzigde herhalingsaankoop, herhalingsaankoop)"
            ),
        ],
        note={
            "en": (
                "The yes/maybe/no values are background knowledge of Kotler's table: only its "
                "beginning was seen (first phase: new task yes, next column 'ma...'). Some web "
                "summaries differ: flixabout.com says that all three classes recognise the "
                "problem; american-business.org says that a straight rebuy uses the need "
                "recognition and more (cut off). The names of the phases follow Kotler; the "
                "wording of 1967 is kept beside them. 'Klantenreismodel: de verschillende "
                "soorten' (Rene van der Zaag) only names it as a possible fifth model, without "
                "content. It is a process matrix, not a map type. Which of the eight phases "
                "are run through depends on the buying class: yes, maybe or no."
            ),
            "nl": (
                "De waarden ja/misschien/nee zijn vakkennis over de tabel van Kotler: alleen "
                "het begin is gezien (eerste fase: nieuwe aankoop ja, volgende kolom 'ma...'). "
                "Sommige samenvattingen op het web wijken af: volgens flixabout.com herkennen "
                "alle drie de klassen het probleem; volgens american-business.org kent de "
                "ongewijzigde heraankoop onder meer de behoefteherkenning (afgekapt). De namen "
                "van de fasen volgen Kotler; de bewoording van 1967 staat erbij. "
                "'Klantenreismodel: de verschillende soorten' (Rene van der Zaag) noemt het "
                "alleen als mogelijk vijfde model, zonder inhoud. Het is een procesmatrix, "
                "geen soort kaart. Welke van de acht fasen worden doorlopen, hangt af van het "
                "soort aankoop: ja, misschien of nee."
            ),
        },
    ),
    cyclic=False,
    data={
        "category": "matrix_model",
        "perspective": "customer",
        "domain": ["b2b"],
        "sequence": "mostly_linear",
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
        "named_in": ["Klantenreismodel: de verschillende soorten (Rene van der Zaag)"],
        "matrix": {
            "cell_source": {
                "en": ("Kotler's textbook version; not in Robinson, Faris & Wind as yes/maybe/no"),
                "nl": (
                    "De versie uit Kotlers leerboek; niet als ja/misschien/nee in "
                    "Robinson, Faris & Wind"
                ),
            },
            "cell_verification": "background (partial secondary)",
        },
    },
)

GARTNER_BUYING_JOBS: Final = JourneyModel(
    "gartner_buying_jobs",
    {"en": "B2B buying jobs (Gartner)", "nl": "B2B-koopklussen (Gartner)"},
    description={
        "en": "Six jobs that a buying group must get done, in no fixed order.",
        "nl": "Zes klussen die een inkoopgroep moet klaren, zonder vaste volgorde.",
    },
    aliases=["six buying jobs"],
    phases=[
        Phase(
            "problem_identification",
            {"en": "Problem identification", "nl": "Probleem vaststellen"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Agree on the problem", "nl": "Het eens zijn over het probleem"},
            business_goal={"en": "Help to see the problem", "nl": "Het probleem helpen zien"},
            description={
                "en": "The group concludes that the present situation cannot stay.",
                "nl": "De groep stelt vast dat de huidige situatie niet kan blijven.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "solution_exploration",
            {"en": "Solution exploration", "nl": "Oplossingen verkennen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Know the options", "nl": "De opties kennen"},
            business_goal={"en": "Show the options", "nl": "De opties laten zien"},
            description={
                "en": "Kinds of solution are looked up and discussed.",
                "nl": "Soorten oplossingen worden opgezocht en besproken.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "requirements_building",
            {"en": "Requirements building", "nl": "Eisen opstellen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Clear requirements", "nl": "Heldere eisen"},
            business_goal={"en": "Guide the criteria", "nl": "Criteria helpen bepalen"},
            description={
                "en": "The demands on the purchase are drawn up.",
                "nl": "De eisen aan de aankoop worden opgesteld.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "supplier_selection",
            {"en": "Supplier selection", "nl": "Leverancier kiezen"},
            stage="purchase",
            also=["consideration"],
            fit="exact",
            customer_goal={"en": "Choose", "nl": "Kiezen"},
            business_goal={"en": "Be chosen", "nl": "Gekozen worden"},
            description={
                "en": "Suppliers are held against the demands.",
                "nl": "Leveranciers worden tegen de eisen gehouden.",
            },
            data={"purchase_timing": ["before", "at"]},
        ),
        Phase(
            "validation",
            {"en": "Validation", "nl": "Valideren"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Certainty", "nl": "Zekerheid"},
            business_goal={"en": "Proof", "nl": "Bewijs"},
            description={
                "en": "Claims and own conclusions are checked.",
                "nl": "Beweringen en eigen conclusies worden gecontroleerd.",
            },
            data={"purchase_timing": ["before"], "always_on": True},
        ),
        Phase(
            "consensus_creation",
            {"en": "Consensus creation", "nl": "Overeenstemming bereiken"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Shared decision", "nl": "Gedeeld besluit"},
            business_goal={"en": "Equip the champion", "nl": "De interne pleitbezorger toerusten"},
            description={
                "en": "All who have a say are brought to agreement.",
                "nl": "Iedereen met zeggenschap wordt het eens.",
            },
            data={"purchase_timing": ["before"], "always_on": True},
        ),
    ],
    transitions=[
        Transition(
            "supplier_selection",
            "problem_identification",
            reason={
                "en": "Most buyers revisit nearly every job at least once",
                "nl": "De meeste kopers doen bijna elke klus minstens één keer over",
            },
            data={"basis": "source"},
        ),
        Transition("validation", "requirements_building", data={"basis": "source"}),
        Transition("consensus_creation", "solution_exploration", data={"basis": "source"}),
    ],
    origin=Origin(
        authors=["Gartner (CEB), Brent Adamson"],
        year=2018,
        sources=[
            (
                "Gartner press release (9 October 2018), 'Gartner says the marketing to sales "
                "handoff should no longer exist' (primary page seen)"
            )
        ],
        note={
            "en": (
                "Jobs, not phases: no fixed order; validation and consensus creation run all "
                "the time."
            ),
            "nl": (
                "Klussen, geen fasen: geen vaste volgorde; valideren en overeenstemming "
                "bereiken lopen de hele tijd door."
            ),
        },
    ),
    data={
        "category": "non_linear_model",
        "perspective": "customer",
        "domain": ["b2b"],
        "sequence": "non_linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "primary_seen",
            "transitions": "primary_seen",
        },
    },
)

MESSY_MIDDLE: Final = JourneyModel(
    "messy_middle",
    "Messy middle (Google)",
    description={
        "en": (
            "Between trigger and purchase, people go to and fro between exploring and evaluating."
        ),
        "nl": (
            "Tussen aanleiding en aankoop gaan mensen heen en weer tussen verkennen en evalueren."
        ),
    },
    aliases=["Decoding Decisions"],
    phases=[
        Phase(
            "exposure",
            {"en": "Exposure", "nl": "Blootstelling"},
            stage="awareness",
            fit="close",
            customer_goal={"en": "(none)", "nl": "(geen)"},
            business_goal={"en": "Build mental presence", "nl": "Mentale aanwezigheid opbouwen"},
            description={
                "en": "Always-on background of impressions.",
                "nl": "Doorlopende achtergrond van indrukken.",
            },
            data={"purchase_timing": ["before", "after"], "always_on": True},
        ),
        Phase(
            "trigger",
            {"en": "Trigger", "nl": "Aanleiding"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Solve a need", "nl": "Een behoefte oplossen"},
            business_goal={
                "en": "Be there at the trigger",
                "nl": "Aanwezig zijn bij de aanleiding",
            },
            description={
                "en": "Something starts the shopping.",
                "nl": "Iets zet het koopproces in gang.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "exploration",
            {"en": "Exploration", "nl": "Verkennen"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "See what exists", "nl": "Zien wat er is"},
            business_goal={"en": "Be present", "nl": "Aanwezig zijn"},
            description={"en": "Expanding: more options.", "nl": "Uitbreiden: meer opties."},
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: expanding the options.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: meer opties zoeken.",
                },
            },
        ),
        Phase(
            "evaluation",
            {"en": "Evaluation", "nl": "Evalueren"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Narrow down", "nl": "Afbakenen"},
            business_goal={"en": "Use helpful cues", "nl": "Helpende signalen geven"},
            description={"en": "Reducing: fewer options.", "nl": "Verkleinen: minder opties."},
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "purchase",
            {"en": "Purchase", "nl": "Aankoop"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy", "nl": "Kopen"},
            business_goal={
                "en": "Close the gap to purchase",
                "nl": "De stap naar aankoop verkleinen",
            },
            description={"en": "The purchase.", "nl": "De aankoop."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "experience",
            {"en": "Experience", "nl": "Ervaring"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Get value", "nl": "Waarde krijgen"},
            business_goal={"en": "Good experience", "nl": "Goede ervaring"},
            description={
                "en": "Experience feeds exposure.",
                "nl": "De ervaring voedt de blootstelling.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        Transition("exploration", "evaluation", kind="repeat", data={"basis": "secondary"}),
        Transition(
            "evaluation",
            "exploration",
            kind="repeat",
            reason={
                "en": "May be repeated many times before a purchase",
                "nl": "Kan zich vóór een aankoop vaak herhalen",
            },
            data={"basis": "secondary"},
        ),
        Transition("experience", "exposure", kind="repeat", data={"basis": "secondary"}),
    ],
    origin=Origin(
        authors=[
            "Alistair Rennie",
            "Jonny Protheroe",
            "Claire Charron",
            "Gerald Breatnach (Google)",
            "The Behavioural Architects",
        ],
        year=2020,
        sources=[
            (
                "Rennie, A. and others (2020), Decoding Decisions: Making sense of the messy "
                "middle, Google (title page seen; year from background knowledge)"
            )
        ],
        note={
            "en": "The year is background knowledge, not taken from a source that was seen.",
            "nl": "Het jaartal is vakkennis en niet uit een ingeziene bron.",
        },
    ),
    starts_with={"en": "trigger", "nl": "aanleiding (trigger)"},
    ends_with=[{"en": "purchase", "nl": "aankoop"}],
    data={
        "category": "non_linear_model",
        "perspective": "customer",
        "domain": ["b2c", "digital"],
        "sequence": "non_linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "primary_seen",
            "year": "background",
            "phases": "secondary_seen",
            "transitions": "secondary_seen",
        },
        "end_states": ["purchase"],
        "scope_basis": "secondary",
    },
)
