"""Buying processes: how consumers and organisations come to a purchase."""

from typing import Final

from journeykit.model import JourneyModel, Lane, Note, Origin, Phase
from journeykit.transition import DROP_OFF, START, Transition, sequence

__all__ = ["BUYGRID"]

_YES = {"en": "yes", "nl": "ja"}
_MAYBE = {"en": "maybe", "nl": "misschien"}
_NO = {"en": "no", "nl": "nee"}

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
                    "Een ongewijzigde heraankoop begint hier: Kotler geeft de twee fasen ervoor nee"
                ),
            },
            data={"basis": "background"},
        ),
        Transition(
            "product_specification",
            "performance_review",
            reason={
                "en": "Straight rebuy: Kotler marks the phases in between as no",
                "nl": "Ongewijzigde heraankoop: Kotler geeft de fasen ertussen nee",
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
                "wording of 1967 is kept beside them. The source article only names it as a "
                "possible fifth model, without content. It is a process matrix, not a map "
                "type. Which of the eight phases are run through depends on the buying class: "
                "yes, maybe or no."
            ),
            "nl": (
                "De waarden ja/misschien/nee zijn vakkennis over de tabel van Kotler: alleen "
                "het begin is gezien (eerste fase: nieuwe aankoop ja, volgende kolom 'ma...'). "
                "Sommige samenvattingen op het web wijken af: volgens flixabout.com herkennen "
                "alle drie de klassen het probleem; volgens american-business.org kent de "
                "ongewijzigde heraankoop onder meer de behoefteherkenning (afgekapt). De namen "
                "van de fasen volgen Kotler; de bewoording van 1967 staat erbij. Het "
                "bronartikel noemt het alleen als mogelijk vijfde model, zonder inhoud. Het is "
                "een procesmatrix, geen soort kaart. Welke van de acht fasen worden doorlopen, "
                "hangt af van het soort aankoop: ja, misschien of nee."
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
        "named_in": ["Klantenreismodel: de verschillende soorten"],
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
