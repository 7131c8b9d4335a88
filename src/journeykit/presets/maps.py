"""Map types: rows to look at a journey with, whatever its phases are.

To use the rows with the columns of another model, write for instance
``AIDA.with_lanes(CURRENT_STATE)``.
"""

from typing import Final

from journeykit.grid import Lane, Phase
from journeykit.model import JourneyModel, Origin

__all__ = [
    "CURRENT_STATE",
    "DAY_IN_THE_LIFE",
    "FUTURE_STATE",
    "SERVICE_BLUEPRINT",
    "SERVICE_BLUEPRINT_SOURCE",
]

_ARTICLE = "Zaag, R. van der, 'Klantenreismodel: de verschillende soorten' (training site)"
_HUBSPOT = "Four-type list also on HubSpot's blog (page seen by title and headings, not the rows)"

_PHASES = (
    Phase("phase_1", {"en": "Phase 1", "nl": "Fase 1"}),
    Phase("phase_2", {"en": "Phase 2", "nl": "Fase 2"}),
    Phase("phase_3", {"en": "Phase 3", "nl": "Fase 3"}),
    Phase("phase_4", {"en": "Phase 4", "nl": "Fase 4"}),
    Phase("phase_5", {"en": "Phase 5", "nl": "Fase 5"}),
)

CURRENT_STATE: Final = JourneyModel(
    "current_state",
    {"en": "Current-state map", "nl": "Huidig reismodel"},
    description={
        "en": (
            "Keep improving the existing journey: actions, thoughts and emotions of today's "
            "customers in contact with the organisation."
        ),
        "nl": (
            "De bestaande klantreis voortdurend verbeteren: acties, gedachten en emoties van "
            "huidige klanten in contact met de organisatie."
        ),
    },
    aliases=["as-is map", "ist-kaart", "huidige situatie"],
    phases=_PHASES,
    lanes=[
        Lane(
            "thoughts_feelings",
            {"en": "Customer's thoughts and feelings", "nl": "Gedachten + gevoelens van klant"},
            kind="quotes",
            data={"combines": ["thoughts", "emotions"]},
        ),
        Lane("actions", {"en": "Customer's actions", "nl": "Acties van klant"}),
        Lane(
            "touchpoints",
            {"en": "Contact moments with the customer", "nl": "Contactmomenten met klant"},
            kind="touchpoints",
        ),
        Lane(
            "changes",
            {"en": "Suggested changes", "nl": "Voorgestelde veranderingen"},
            kind="opportunities",
        ),
    ],
    origin=Origin(
        sources=[_ARTICLE, _HUBSPOT],
        note={
            "en": (
                "The source article calls it the most used type. Five phases as drawn there; "
                "in practice there may be any number."
            ),
            "nl": (
                "Het bronartikel noemt dit de meest gebruikte soort. Vijf fasen zoals daar "
                "getekend; in de praktijk kan het er elk aantal zijn."
            ),
        },
    ),
    data={
        "category": "map_type",
        "state": "current",
        "focus": "customer_and_own_organisation",
        "columns": "phases",
        "recommended_lanes": ["customer_goal", "channels", "pain_points", "kpi", "owner"],
        "example": "b2b-customer-journey-map (Dapper Apps)",
        "named_in": ["Klantenreismodel: de verschillende soorten (Rene van der Zaag)"],
    },
)

DAY_IN_THE_LIFE: Final = JourneyModel(
    "day_in_the_life",
    {"en": "Day-in-the-life map", "nl": "Dagelijks reismodel"},
    description={
        "en": (
            "Wider view of search behaviour and pains in daily life, not only with the own "
            "organisation: actions, thoughts and emotions during a day."
        ),
        "nl": (
            "Breder beeld van zoekgedrag en pijnpunten in het dagelijks leven, niet alleen bij "
            "de eigen organisatie: acties, gedachten en emoties gedurende een dag."
        ),
    },
    aliases=["dag uit het leven"],
    phases=[
        Phase("morning", {"en": "Morning", "nl": "Ochtend"}),
        Phase("afternoon", {"en": "Afternoon", "nl": "Middag"}),
        Phase("evening", {"en": "Evening", "nl": "Avond"}),
        Phase("night", {"en": "Night", "nl": "Nacht"}),
    ],
    lanes=[
        Lane(
            "thoughts_feelings",
            {"en": "Customer's thoughts and feelings", "nl": "Gedachten + gevoelens van klant"},
            kind="quotes",
            data={"combines": ["thoughts", "emotions"]},
        ),
        Lane("actions", {"en": "Customer's actions", "nl": "Acties van klant"}),
        Lane(
            "unmet_needs",
            {"en": "Customer's unmet need", "nl": "Onvervulde behoefte van klant"},
        ),
        Lane(
            "pain_points",
            {"en": "Customer's pain points", "nl": "Pijnpunten van klant"},
            kind="pains",
        ),
        Lane(
            "solutions",
            {
                "en": "Ways to solve the problem",
                "nl": "Manieren om het probleem op te lossen",
            },
            kind="opportunities",
        ),
    ],
    origin=Origin(
        sources=[_ARTICLE, "HubSpot blog (headings)"],
        note={
            "en": "Suits customers with a pain that they are not aware of.",
            "nl": "Past bij klanten met een onbewuste pijn.",
        },
    ),
    data={
        "category": "map_type",
        "state": "current",
        "focus": "customer_life",
        "columns": "dayparts",
        "recommended_lanes": ["context"],
        "example": "ecommerce-customer-journey-map (Karten Design)",
        "named_in": ["Klantenreismodel: de verschillende soorten (Rene van der Zaag)"],
    },
)

FUTURE_STATE: Final = JourneyModel(
    "future_state",
    {"en": "Future-state map", "nl": "Toekomstig reismodel"},
    description={
        "en": (
            "Project a vision and set goals: what the organisation thinks customers will do, "
            "think and feel."
        ),
        "nl": (
            "Een visie projecteren en doelen stellen: wat de organisatie denkt dat klanten "
            "zullen doen, denken en voelen."
        ),
    },
    aliases=["to-be map", "soll-kaart", "toekomstige situatie"],
    phases=_PHASES,
    lanes=[
        Lane(
            "future_thoughts_feelings",
            {
                "en": "Future thoughts and feelings of the customer",
                "nl": "Toekomstige gedachten + gevoelens van klant",
            },
            kind="quotes",
            data={"combines": ["thoughts", "emotions"]},
        ),
        Lane(
            "future_actions",
            {"en": "Future actions of the customer", "nl": "Toekomstige acties van klant"},
        ),
        Lane(
            "future_touchpoints",
            {
                "en": "Future contact moments with the customer",
                "nl": "Toekomstige contactmomenten met klant",
            },
            kind="touchpoints",
        ),
        Lane(
            "changes",
            {"en": "Suggested changes", "nl": "Voorgestelde veranderingen"},
            kind="opportunities",
        ),
    ],
    origin=Origin(
        sources=[_ARTICLE, "HubSpot blog (headings)"],
        note={
            "en": (
                "Made from a current-state map. What stands in it is an assumption until it has "
                "been tried. Five phases as drawn in the source article; in practice there may "
                "be any number."
            ),
            "nl": (
                "Gemaakt op basis van een kaart van de huidige situatie. Wat erin staat is een "
                "aanname tot het is beproefd. Vijf fasen zoals getekend in het bronartikel; in "
                "de praktijk kan het er elk aantal zijn."
            ),
        },
    ),
    data={
        "category": "map_type",
        "state": "future",
        "focus": "customer_and_own_organisation",
        "columns": "phases",
        "derived_from": ["current_state"],
        "usual_evidence": "assumption",
        "example": "future-b2c-customer-journey-map (Iris Tong Wu)",
        "named_in": ["Klantenreismodel: de verschillende soorten (Rene van der Zaag)"],
    },
)

_BLUEPRINT_SOURCES = (
    _ARTICLE,
    (
        "Shostack, G. L. (1982), 'How to Design a Service', European Journal of Marketing 16(1), "
        "49-63"
    ),
    (
        "Shostack, G. L. (1984), 'Designing Services That Deliver', Harvard Business Review "
        "62(1), 133-139"
    ),
    "Kingman-Brundage, J. (1989), 'The ABCs of Service System Blueprinting'",
    (
        "Bitner, M. J., Ostrom, A. L. & Morgan, F. N. (2008), 'Service Blueprinting: A Practical "
        "Technique for Service Innovation', California Management Review 50(3), 66-94"
    ),
)

SERVICE_BLUEPRINT: Final = JourneyModel(
    "service_blueprint",
    {"en": "Service blueprint (sources map)", "nl": "Service blueprint (bronnen reismodel)"},
    description={
        "en": (
            "Find the sources of the present experience and the steps to the future one: five "
            "components with three lines between them."
        ),
        "nl": (
            "De bronnen van de huidige klantreis analyseren en de stappen naar de toekomstige "
            "bepalen: vijf onderdelen met drie lijnen ertussen."
        ),
    },
    aliases=["bronnenmodel", "blauwdruk", "dienstverleningsblauwdruk"],
    phases=_PHASES,
    lanes=[
        Lane(
            "physical_evidence",
            {"en": "Physical evidence", "nl": "Fysiek bewijs (tastbare elementen)"},
            kind="steps",
            description={
                "en": "Tangibles the customer meets at each step",
                "nl": "Tastbare zaken die de klant per stap tegenkomt",
            },
        ),
        Lane(
            "customer_actions",
            {"en": "Customer actions", "nl": "Klantacties"},
            kind="steps",
            line={"en": "Line of interaction", "nl": "Interactielijn"},
            description={
                "en": "All steps the customer takes; drawn first",
                "nl": "Alle stappen van de klant; worden het eerst getekend",
            },
            data={
                "line": {
                    "key": "line_of_interaction",
                    "meaning": {
                        "en": (
                            "Between customer and organisation; each crossing is a direct contact"
                        ),
                        "nl": "Tussen klant en organisatie; elke kruising is een direct contact",
                    },
                }
            },
        ),
        Lane(
            "onstage_actions",
            {
                "en": "Onstage / visible contact employee actions",
                "nl": "Zichtbare acties (frontstage, frontoffice)",
            },
            kind="steps",
            line={"en": "Line of visibility", "nl": "Zichtbaarheidslijn"},
            description={
                "en": "What employees (or technology) do in sight of the customer",
                "nl": "Wat medewerkers (of techniek) zichtbaar voor de klant doen",
            },
            data={
                "line": {
                    "key": "line_of_visibility",
                    "meaning": {
                        "en": "Splits what the customer can see from what not",
                        "nl": "Scheidt wat de klant ziet van wat hij niet ziet",
                    },
                }
            },
        ),
        Lane(
            "backstage_actions",
            {
                "en": "Backstage / invisible contact employee actions",
                "nl": "Onzichtbare acties (backstage, backoffice)",
            },
            kind="steps",
            line={"en": "Line of internal interaction", "nl": "Interne interactielijn"},
            description={
                "en": ("What contact employees do out of sight, e.g. preparing, telephone calls"),
                "nl": "Wat contactmedewerkers uit het zicht doen, zoals voorbereiden",
            },
            data={
                "line": {
                    "key": "line_of_internal_interaction",
                    "meaning": {
                        "en": "Between contact employees and other units",
                        "nl": "Tussen contactmedewerkers en andere afdelingen",
                    },
                }
            },
        ),
        Lane(
            "support_processes",
            {"en": "Support processes", "nl": "Ondersteunende processen"},
            kind="steps",
            description={
                "en": "Activities by people and systems without customer contact that are needed",
                "nl": "Activiteiten van mensen en systemen zonder klantcontact die nodig zijn",
            },
        ),
    ],
    origin=Origin(
        authors=["G. Lynn Shostack", "Jane Kingman-Brundage", "Mary Jo Bitner and others"],
        year=1982,
        sources=_BLUEPRINT_SOURCES,
        note={
            "en": (
                "Shostack gave the blueprint, the line of visibility and fail points in 1982 and "
                "1984; the form with three lines is later (Kingman-Brundage 1989; Bitner and "
                "others 2008). Components, lines and building steps were seen in secondary "
                "sources."
            ),
            "nl": (
                "Shostack gaf in 1982 en 1984 de blauwdruk, de zichtbaarheidslijn en de "
                "faalpunten; de vorm met drie lijnen is van later (Kingman-Brundage 1989; Bitner "
                "en anderen 2008). Onderdelen, lijnen en bouwstappen zijn in secundaire bronnen "
                "gezien."
            ),
        },
    ),
    data={
        "category": "map_type",
        "state": "current_or_future",
        "focus": "organisation",
        "columns": "phases",
        "verification": (
            "secondary_seen for five components, three lines and building steps; volume and "
            "pages consistent with background knowledge"
        ),
        "optional": ["technology_lane", "time", "fail_points", "wait_points", "metrics"],
        "building_steps": [
            "choose the process",
            "choose the customer or segment",
            "map customer actions",
            "map onstage and backstage contact actions (and technology)",
            "link to support functions",
            "add physical evidence per customer action",
        ],
        "named_in": ["Klantenreismodel: de verschillende soorten (Rene van der Zaag)"],
    },
)

SERVICE_BLUEPRINT_SOURCE: Final = JourneyModel(
    "service_blueprint_source",
    {
        "en": "Service blueprint by physical points",
        "nl": "Bronnen reismodel (fysieke punten)",
    },
    description={
        "en": (
            "The service blueprint as the source article draws it: the columns are the physical "
            "points that the customer meets, and no lines are drawn."
        ),
        "nl": (
            "De service blueprint zoals het bronartikel die tekent: de kolommen zijn de fysieke "
            "punten die de klant tegenkomt, en er zijn geen lijnen getekend."
        ),
    },
    aliases=["bronnen reismodel"],
    phases=[
        Phase("physical_1", {"en": "Physical point 1", "nl": "Fysiek 1"}),
        Phase("physical_2", {"en": "Physical point 2", "nl": "Fysiek 2"}),
        Phase("physical_3", {"en": "Physical point 3", "nl": "Fysiek 3"}),
        Phase("physical_4", {"en": "Physical point 4", "nl": "Fysiek 4"}),
        Phase("physical_5", {"en": "Physical point 5", "nl": "Fysiek 5"}),
    ],
    lanes=[
        Lane(
            "customer_actions",
            {"en": "Customer's actions", "nl": "Acties van klant"},
            kind="steps",
            data={"canonical": "customer_actions"},
        ),
        Lane(
            "front_office",
            {"en": "Front-office interactions", "nl": "Interacties frontoffice"},
            kind="steps",
            data={"canonical": "onstage_actions"},
        ),
        Lane(
            "back_office",
            {"en": "Back-office interactions", "nl": "Interacties backoffice"},
            kind="steps",
            data={"canonical": "backstage_actions"},
        ),
        Lane(
            "support",
            {"en": "Supporting processes", "nl": "Ondersteunende processen"},
            kind="steps",
            data={"canonical": "support_processes"},
        ),
    ],
    origin=Origin(
        sources=_ARTICLE,
        note={
            "en": (
                "Differs from the usual blueprint: the physical evidence is the axis of the "
                "columns and no row; none of the three lines is drawn; it is made by simplifying "
                "one of the other three map types. Examples of physical points: driveway to the "
                "building, signs, car park, reception, chairs at reception."
            ),
            "nl": (
                "Verschilt van de gebruikelijke blauwdruk: het fysieke bewijs is de as van de "
                "kolommen en geen rij; geen van de drie lijnen is getekend; hij ontstaat door een "
                "van de andere drie soorten kaarten te vereenvoudigen. Voorbeelden van fysieke "
                "punten: oprit naar het gebouw, borden, parkeerplaats, receptie, stoelen bij de "
                "receptie."
            ),
        },
    ),
    data={
        "category": "map_type",
        "state": "current_or_future",
        "focus": "organisation",
        "columns": "physical_points",
        "factors": {
            "en": ["employees", "procedures", "technologies", "processes"],
            "nl": ["medewerkers", "procedures", "technologieën", "processen"],
        },
        "derived_from": ["current_state", "day_in_the_life", "future_state"],
        "named_in": ["Klantenreismodel: de verschillende soorten (Rene van der Zaag)"],
    },
)
