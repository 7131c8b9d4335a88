"""Journeys of sectors: IT services, patients and employees."""

from typing import Final

from journeykit.grid import Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import DROP_OFF, Transition, sequence

__all__ = [
    "EMPLOYEE_JOURNEY",
    "ITIL4_CUSTOMER_JOURNEY",
    "PATIENT_JOURNEY_MARKETING",
    "PATIENT_JOURNEY_SYSTEM",
]

ITIL4_CUSTOMER_JOURNEY: Final = JourneyModel(
    "itil4_customer_journey",
    {"en": "ITIL 4 customer journey", "nl": "ITIL 4-klantreis"},
    description={
        "en": "How a customer and a provider of IT services come together and realise value.",
        "nl": (
            "Hoe een klant en een leverancier van IT-diensten elkaar vinden en waarde realiseren."
        ),
    },
    aliases=["ITIL DSV customer journey"],
    phases=[
        Phase(
            "explore",
            {"en": "Explore", "nl": "Verkennen"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Know needs and options", "nl": "Behoeften en opties kennen"},
            business_goal={"en": "Understand the market", "nl": "De markt begrijpen"},
            description={
                "en": "Understand markets, needs and stakeholders.",
                "nl": "Markten, behoeften en belanghebbenden begrijpen.",
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: awareness.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: bewustwording.",
                },
            },
        ),
        Phase(
            "engage",
            {"en": "Engage", "nl": "Betrekken"},
            stage="consideration",
            fit="close",
            customer_goal={
                "en": "Find a trustworthy partner",
                "nl": "Een betrouwbare partner vinden",
            },
            business_goal={"en": "Foster relations", "nl": "Relaties opbouwen"},
            description={"en": "Build the relation.", "nl": "De relatie opbouwen."},
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": (
                        "Used in other senses elsewhere; here: before purchase, building the "
                        "relation."
                    ),
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: vóór de aankoop, de "
                        "relatie opbouwen."
                    ),
                },
            },
        ),
        Phase(
            "offer",
            {"en": "Offer", "nl": "Aanbieden"},
            stage="consideration",
            fit="close",
            customer_goal={"en": "Get a fitting offer", "nl": "Een passend aanbod krijgen"},
            business_goal={"en": "Fitting offer", "nl": "Passend aanbod"},
            description={
                "en": "Shape demand and service offering.",
                "nl": "Vraag en dienstaanbod vormgeven.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "agree",
            {"en": "Agree", "nl": "Overeenkomen"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Clear agreement", "nl": "Heldere afspraken"},
            business_goal={"en": "Signed agreement", "nl": "Ondertekende overeenkomst"},
            description={
                "en": "Align expectations and agree on the service.",
                "nl": "Verwachtingen afstemmen en de dienst overeenkomen.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "onboard",
            {"en": "Onboard", "nl": "Aan boord halen"},
            stage="service",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Start using quickly", "nl": "Snel kunnen starten"},
            business_goal={"en": "Fast adoption", "nl": "Snelle adoptie"},
            description={
                "en": "Get users on board; also leaving (offboarding) is handled here.",
                "nl": "Gebruikers aan boord halen; ook uitstromen (offboarding) hoort hierbij.",
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "co_create",
            {"en": "Co-create", "nl": "Samen waarde creëren"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Get work done", "nl": "Werk gedaan krijgen"},
            business_goal={"en": "Joint value", "nl": "Gezamenlijke waarde"},
            description={
                "en": "Provide and consume the service together.",
                "nl": "De dienst samen leveren en afnemen.",
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "realize",
            {"en": "Realize", "nl": "Waarde realiseren"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={"en": "See the value", "nl": "De waarde zien"},
            business_goal={"en": "Proven value, renewal", "nl": "Aangetoonde waarde, verlenging"},
            description={
                "en": "Capture the value and improve.",
                "nl": "Waarde vastleggen en verbeteren.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("explore", "engage", "offer", "agree", "onboard", "co_create", "realize"),
        Transition(
            "realize",
            "explore",
            kind="repeat",
            reason={
                "en": "improvement starts a new round",
                "nl": "verbetering begint een nieuwe ronde",
            },
            data={"basis": "inference"},
        ),
        Transition(
            "onboard",
            DROP_OFF,
            reason={
                "en": "offboarding is part of this step",
                "nl": "uitstromen hoort bij deze stap",
            },
            data={"basis": "secondary"},
        ),
        Transition(
            "co_create",
            "engage",
            reason={
                "en": "Steps may be repeated or taken in another order",
                "nl": "Stappen kunnen worden herhaald of in een andere volgorde worden gezet",
            },
            data={"basis": "background"},
        ),
    ],
    origin=Origin(
        authors=["AXELOS"],
        year=2020,
        sources=[
            (
                "AXELOS (2020), ITIL 4: Drive Stakeholder Value, TSO (draft of September 2019 "
                "with the seven chapters seen; year of final edition from background "
                "knowledge)"
            ),
            "imlearning.it summary of the seven steps",
        ],
        note={
            "en": (
                "The year is background knowledge, not taken from a source that was seen. The "
                "transitions are background knowledge, not taken from a source that was seen. "
                "ITIL is a registered trademark (AXELOS/PeopleCert)."
            ),
            "nl": (
                "Het jaartal is vakkennis en niet uit een ingeziene bron. De overgangen zijn "
                "vakkennis en niet uit een ingeziene bron. ITIL is een geregistreerd "
                "handelsmerk (AXELOS/PeopleCert)."
            ),
        },
    ),
    cyclic=False,
    data={
        "category": "phase_model",
        "perspective": "both",
        "domain": ["it_service", "b2b"],
        "sequence": "mostly_linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "medium",
        "verification": {
            "identity": "primary_seen (draft contents)",
            "year": "background",
            "phases": "primary_seen",
            "transitions": "background",
        },
    },
)

PATIENT_JOURNEY_SYSTEM: Final = JourneyModel(
    "patient_journey_system",
    {"en": "Patient journey (health-system view)", "nl": "Patiëntreis (zorgsysteem)"},
    description={
        "en": (
            "The way of a patient through the health system, from first symptoms to care "
            "between visits."
        ),
        "nl": (
            "De weg van een patiënt door de zorg, van de eerste klachten tot de zorg "
            "tussen bezoeken door."
        ),
    },
    aliases=["patient journey", "patiëntreis"],
    phases=[
        Phase(
            "trigger_awareness",
            {"en": "Trigger / awareness", "nl": "Aanleiding / bewustwording"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Know what is wrong", "nl": "Weten wat er is"},
            business_goal={"en": "Reliable information", "nl": "Betrouwbare informatie"},
            description={
                "en": "Symptoms are judged and looked up.",
                "nl": "Klachten worden beoordeeld en opgezocht.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "help",
            {"en": "Help", "nl": "Hulp zoeken"},
            stage="purchase",
            also=["consideration"],
            fit="loose",
            customer_goal={"en": "Get access", "nl": "Toegang krijgen"},
            business_goal={"en": "Easy access", "nl": "Makkelijke toegang"},
            description={
                "en": "First contact with the health system.",
                "nl": "Eerste contact met de zorg.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "care",
            {"en": "Care", "nl": "Zorg (onderzoek)"},
            stage="service",
            fit="close",
            customer_goal={"en": "Get a diagnosis", "nl": "Een diagnose krijgen"},
            business_goal={"en": "Right diagnosis", "nl": "Juiste diagnose"},
            description={
                "en": "Assessment at a facility.",
                "nl": "Onderzoek bij een zorginstelling.",
            },
            data={
                "purchase_timing": ["after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: medical assessment.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: medisch onderzoek.",
                },
            },
        ),
        Phase(
            "treatment",
            {"en": "Treatment", "nl": "Behandeling"},
            stage="service",
            fit="close",
            customer_goal={"en": "Get better", "nl": "Beter worden"},
            business_goal={"en": "Effective treatment", "nl": "Effectieve behandeling"},
            description={
                "en": "On-site and follow-up treatment.",
                "nl": "Behandeling ter plaatse en vervolg.",
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "lifestyle_change",
            {"en": "Behavioural / lifestyle change", "nl": "Gedrags- en leefstijlverandering"},
            stage="service",
            also=["loyalty"],
            fit="loose",
            customer_goal={"en": "Stay healthy", "nl": "Gezond blijven"},
            business_goal={"en": "Fewer readmissions", "nl": "Minder heropnames"},
            description={
                "en": "The patient changes routines to prevent relapse.",
                "nl": "De patiënt past gewoonten aan om terugval te voorkomen.",
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "ongoing_care",
            {
                "en": "Ongoing care / proactive health",
                "nl": "Doorlopende zorg / proactieve gezondheid",
            },
            stage="loyalty",
            also=["service"],
            fit="loose",
            customer_goal={"en": "Manage own health", "nl": "Eigen gezondheid beheren"},
            business_goal={"en": "Lasting engagement", "nl": "Blijvende betrokkenheid"},
            description={"en": "Care between visits.", "nl": "Zorg tussen bezoeken door."},
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence(
            "trigger_awareness", "help", "care", "treatment", "lifestyle_change", "ongoing_care"
        ),
        Transition(
            "ongoing_care",
            "help",
            kind="repeat",
            reason={"en": "new complaint or relapse", "nl": "nieuwe klacht of terugval"},
            data={"basis": "inference"},
        ),
    ],
    origin=Origin(
        authors=["Devi, R., Kanitkar, K., Narendhar, R., Sehmi, K., Subramaniam, K."],
        year=2020,
        sources=[
            (
                "'A Narrative Review of the Patient Journey Through the Lens of "
                "Non-communicable Diseases in Low- and Middle-Income Countries', Advances in "
                "Therapy (2020), doi 10.1007/s12325-020-01519-3, Table 1 (table seen; author "
                "names from background knowledge)"
            )
        ],
        note={
            "en": (
                "The transitions are our own reading. There is no purchase: 'help' takes the "
                "place of access. A clinical pathway (zorgpad) is not the same thing: it "
                "describes the medical steps, not the experience."
            ),
            "nl": (
                "De overgangen zijn onze eigen lezing. Er is geen aankoop: 'help' staat voor "
                "de toegang tot de zorg. Een zorgpad is iets anders: dat beschrijft de "
                "medische stappen, niet de beleving."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["healthcare"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": False,
        "translation_safe": False,
        "mapping_confidence": "low",
        "verification": {
            "identity": "primary_seen",
            "year": "primary_seen",
            "phases": "primary_seen",
            "transitions": "inference",
        },
    },
)

PATIENT_JOURNEY_MARKETING: Final = JourneyModel(
    "patient_journey_marketing",
    {"en": "Patient journey (five marketing stages)", "nl": "Patiëntreis (vijf marketingfasen)"},
    description={
        "en": (
            "The way of a patient to and with a care provider, in five phases as marketing "
            "sees them."
        ),
        "nl": (
            "De weg van een patiënt naar en met een zorgaanbieder, in vijf fasen zoals "
            "marketing ze ziet."
        ),
    },
    phases=[
        Phase(
            "awareness",
            {"en": "Awareness", "nl": "Bewustwording"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Understand the concern", "nl": "De klacht begrijpen"},
            business_goal={
                "en": "Be found with good information",
                "nl": "Gevonden worden met goede informatie",
            },
            description={
                "en": "A health concern is noticed.",
                "nl": "Een gezondheidsklacht wordt opgemerkt.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "consideration",
            {"en": "Consideration", "nl": "Overweging"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Choose a provider", "nl": "Een aanbieder kiezen"},
            business_goal={"en": "Trust", "nl": "Vertrouwen"},
            description={
                "en": "Providers and options are weighed.",
                "nl": "Aanbieders en opties worden gewogen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "access",
            {"en": "Access", "nl": "Toegang"},
            stage="purchase",
            fit="close",
            customer_goal={"en": "Get in quickly", "nl": "Snel terecht kunnen"},
            business_goal={"en": "Easy access", "nl": "Makkelijke toegang"},
            description={
                "en": "Making contact and an appointment.",
                "nl": "Contact leggen en een afspraak maken.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "service_delivery",
            {"en": "Service delivery", "nl": "Zorgverlening"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Good care", "nl": "Goede zorg"},
            business_goal={"en": "Good care and experience", "nl": "Goede zorg en ervaring"},
            description={"en": "Receiving care.", "nl": "Zorg ontvangen."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "ongoing_care",
            {"en": "Ongoing care", "nl": "Doorlopende zorg"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={"en": "Stay well", "nl": "Gezond blijven"},
            business_goal={"en": "Lasting relation", "nl": "Blijvende relatie"},
            description={"en": "Follow-up and relation.", "nl": "Nazorg en relatie."},
            data={"purchase_timing": ["after"]},
        ),
    ],
    origin=Origin(
        authors=["no single originator"],
        sources=["boostcx.com, 'What is the patient journey in healthcare?' (five stages seen)"],
        note={
            "en": "The year has not been established. Analogous to the five-stage backbone.",
            "nl": (
                "Het jaartal staat niet vast. Naar analogie van de gemeenschappelijke vijfdeling."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["healthcare"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": False,
        "translation_safe": True,
        "mapping_confidence": "medium",
        "verification": {
            "identity": "secondary_seen",
            "year": "not established",
            "phases": "secondary_seen",
            "transitions": "inference",
        },
    },
)

EMPLOYEE_JOURNEY: Final = JourneyModel(
    "employee_journey",
    {"en": "Employee journey (employee lifecycle)", "nl": "Medewerkersreis (employee lifecycle)"},
    description={
        "en": (
            "The way of an employee with an employer, from first impression to former colleague."
        ),
        "nl": ("De weg van een medewerker bij een werkgever, van eerste indruk tot oud-collega."),
    },
    aliases=["employee lifecycle", "employee journey", "medewerkersreis"],
    phases=[
        Phase(
            "attraction",
            {"en": "Attraction", "nl": "Aantrekken"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Find a good employer", "nl": "Een goede werkgever vinden"},
            business_goal={"en": "Employer brand", "nl": "Werkgeversmerk"},
            description={
                "en": "First impressions of the employer.",
                "nl": "Eerste indrukken van de werkgever.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "recruitment",
            {"en": "Recruitment", "nl": "Werving en selectie"},
            stage="consideration",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Get the job", "nl": "De baan krijgen"},
            business_goal={"en": "Right hire", "nl": "Juiste aanname"},
            description={
                "en": "Application, selection, offer.",
                "nl": "Sollicitatie, selectie, aanbod.",
            },
            data={"purchase_timing": ["before", "at"]},
        ),
        Phase(
            "onboarding",
            {"en": "Onboarding", "nl": "Onboarding (inwerken)"},
            stage="service",
            also=["purchase"],
            fit="close",
            customer_goal={"en": "Feel at home and able", "nl": "Zich thuis en bekwaam voelen"},
            business_goal={"en": "Fast start", "nl": "Snelle start"},
            description={
                "en": "From contract to being productive.",
                "nl": "Van contract tot productief zijn.",
            },
            data={"purchase_timing": ["at", "after"]},
        ),
        Phase(
            "development",
            {"en": "Development", "nl": "Ontwikkeling"},
            stage="service",
            fit="close",
            customer_goal={"en": "Grow", "nl": "Groeien"},
            business_goal={"en": "Skills", "nl": "Vaardigheden"},
            description={"en": "Learning and growth.", "nl": "Leren en groeien."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "retention",
            {"en": "Retention", "nl": "Behoud"},
            stage="service",
            also=["loyalty"],
            fit="close",
            customer_goal={"en": "Be valued", "nl": "Gewaardeerd worden"},
            business_goal={"en": "Keep talent", "nl": "Talent behouden"},
            description={"en": "Staying engaged.", "nl": "Betrokken blijven."},
            data={
                "purchase_timing": ["after"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: employee stays.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: medewerker blijft.",
                },
            },
        ),
        Phase(
            "separation",
            {"en": "Separation", "nl": "Vertrek"},
            customer_goal={"en": "Leave well", "nl": "Goed vertrekken"},
            business_goal={"en": "Good exit, learn", "nl": "Goed afscheid, leren"},
            description={
                "en": "Leaving, for whatever reason.",
                "nl": "Vertrekken, om welke reden ook.",
            },
            data={"purchase_timing": ["after"], "terminal": True},
        ),
        Phase(
            "alumni",
            {"en": "Alumni / advocacy", "nl": "Alumni / ambassadeur"},
            stage="loyalty",
            fit="close",
            customer_goal={"en": "Stay in touch", "nl": "Contact houden"},
            business_goal={"en": "Referrals and returners", "nl": "Verwijzingen en terugkeerders"},
            description={
                "en": "Former employee as returner or referrer.",
                "nl": "Oud-medewerker als terugkeerder of verwijzer.",
            },
            data={"purchase_timing": ["after"], "optional": True},
        ),
    ],
    transitions=[
        *sequence("attraction", "recruitment", "onboarding", "development"),
        *sequence("retention", "separation", "alumni"),
        Transition(
            "alumni",
            "recruitment",
            kind="repeat",
            reason={"en": "re-hire", "nl": "opnieuw in dienst"},
            data={"basis": "inference"},
        ),
        Transition("separation", DROP_OFF, data={"basis": "secondary"}),
        Transition(
            "development",
            "retention",
            kind="repeat",
            reason={
                "en": (
                    "Order of development and retention differs between sources; they run side "
                    "by side"
                ),
                "nl": (
                    "De volgorde van ontwikkeling en behoud verschilt per bron; ze lopen naast "
                    "elkaar"
                ),
            },
            data={"basis": "secondary"},
        ),
    ],
    origin=Origin(
        authors=["no single originator"],
        sources=[
            "hibob.com HR glossary: six phases (seen)",
            "brynq.com: not attributed to one inventor; versions of 5 to 11 stages (seen)",
        ],
        note={
            "en": (
                "The year has not been established. The transitions are our own reading. HiBob "
                "order: attraction, recruitment, onboarding, retention, development, "
                "separation. 'Alumni' is an optional seventh phase in other versions. "
                "'Purchase' is the employment contract."
            ),
            "nl": (
                "Het jaartal staat niet vast. De overgangen zijn onze eigen lezing. Volgorde "
                "bij HiBob: attraction, recruitment, onboarding, retention, development, "
                "separation. 'Alumni' is in andere versies een mogelijke zevende fase. De "
                "'aankoop' is het arbeidscontract."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["hr"],
        "sequence": "mostly_linear",
        "non_linear_in_source": True,
        "has_purchase": False,
        "translation_safe": False,
        "mapping_confidence": "low",
        "verification": {
            "identity": "secondary_seen",
            "year": "not established",
            "phases": "secondary_seen",
            "transitions": "inference",
        },
    },
)
