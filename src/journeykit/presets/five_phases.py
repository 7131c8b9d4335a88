"""Five-phase journeys, from noticing a need to coming back, and the backbone they share."""

from typing import Final

from journeykit.grid import Lane, Note, Phase
from journeykit.model import JourneyModel, Origin
from journeykit.transition import DROP_OFF, Transition, sequence

__all__ = [
    "BACKBONE",
    "BUYERS_JOURNEY",
    "FIVE_PHASE_BRAND_STRATEGY",
    "FIVE_PHASE_DEPARTMENTS",
    "FIVE_PHASE_SALON",
    "FIVE_PHASE_SERVICE",
    "STDC_FIVE_PART",
]

_LEAD = {"en": "lead", "nl": "leidend"}
_INVOLVED = {"en": "involved", "nl": "betrokken"}
_CONDITIONAL = {"en": "conditional", "nl": "voorwaardelijk"}
_NONE = {"en": "none", "nl": "geen"}
_UNSPECIFIED = {"en": "unspecified", "nl": "niet bepaald"}

BACKBONE: Final = JourneyModel(
    "backbone",
    {"en": "Common five-stage backbone", "nl": "Gemeenschappelijke vijfdeling"},
    description={
        "en": "The five stages that the phases of all other models map to.",
        "nl": "De vijf delen waarop de fasen van alle andere modellen worden afgebeeld.",
    },
    aliases=["five_stage"],
    phases=[
        Phase(
            "awareness",
            {"en": "Awareness", "nl": "Bewustwording"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Recognise need, discover", "nl": "Behoefte herkennen, ontdekken"},
            business_goal={"en": "Reach and brand awareness", "nl": "Bereik en merkbekendheid"},
            description={
                "en": "A need or brand becomes known.",
                "nl": "Een behoefte of merk wordt bekend.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "consideration",
            {"en": "Consideration", "nl": "Overweging"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Find the best fit", "nl": "De beste match vinden"},
            business_goal={"en": "Engagement and leads", "nl": "Interactie en leads"},
            description={
                "en": "Options are sought and compared.",
                "nl": "Opties worden gezocht en vergeleken.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "purchase",
            {"en": "Purchase / decision", "nl": "Aankoop / beslissing"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Choose and buy with ease", "nl": "Gemakkelijk kiezen en kopen"},
            business_goal={"en": "Conversion", "nl": "Conversie"},
            description={"en": "Choice and transaction.", "nl": "Keuze en transactie."},
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "service",
            {"en": "Service / retention", "nl": "Service / behoud"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Get value and help", "nl": "Waarde en hulp krijgen"},
            business_goal={"en": "Satisfaction and retention", "nl": "Tevredenheid en behoud"},
            description={"en": "Use, help and staying.", "nl": "Gebruik, hulp en blijven."},
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "loyalty",
            {"en": "Loyalty / advocacy", "nl": "Loyaliteit / ambassadeurschap"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Belong, recommend", "nl": "Erbij horen, aanbevelen"},
            business_goal={
                "en": "Repeat purchase and advocacy",
                "nl": "Herhaalaankoop en aanbeveling",
            },
            description={"en": "Returning and recommending.", "nl": "Terugkomen en aanbevelen."},
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("awareness", "consideration", "purchase", "service", "loyalty"),
        Transition(
            "loyalty",
            "purchase",
            kind="repeat",
            reason={"en": "repeat purchase", "nl": "herhaalaankoop"},
            data={"basis": "inference"},
        ),
        Transition(
            "loyalty",
            "awareness",
            kind="repeat",
            reason={"en": "recommendation reaches others", "nl": "aanbeveling bereikt anderen"},
            data={"basis": "inference", "crosses": "customers"},
        ),
        Transition("consideration", "awareness", data={"basis": "inference"}),
        Transition(
            "service",
            DROP_OFF,
            reason={"en": "churn", "nl": "klantverloop"},
            data={"basis": "inference"},
        ),
    ],
    origin=Origin(
        authors=["journeykit (synthesis)"],
        sources=[
            (
                "Synthesis of the five-phase models in this family and Lemon & Verhoef's "
                "before / at / after purchase"
            )
        ],
    ),
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["any"],
        "sequence": "mostly_linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "own synthesis",
            "year": "n/a",
            "phases": "own synthesis",
            "transitions": "own synthesis",
        },
    },
)

FIVE_PHASE_SALON: Final = JourneyModel(
    "five_phase_salon",
    {"en": "Five phases (curly-hair salon example)", "nl": "Vijf fasen (voorbeeld krullenkapper)"},
    description={
        "en": (
            "From noticing a need to judging the result, told with someone who looks for a "
            "curly-hair salon."
        ),
        "nl": (
            "Van het merken van een behoefte tot het oordeel over het resultaat, verteld "
            "aan de hand van iemand die een krullenkapper zoekt."
        ),
    },
    aliases=["krullenkapper", "ill graff vijf fasen"],
    phases=[
        Phase(
            "bewustwording",
            {"en": "Awareness", "nl": "Bewustwording"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Put a name to what is wrong", "nl": "Benoemen wat er schort"},
            business_goal={
                "en": "Be recognisable at the moment the need appears",
                "nl": "Herkenbaar zijn op het moment dat de behoefte ontstaat",
            },
            description={
                "en": "The person notices a need or problem of their own.",
                "nl": "De klant merkt een eigen behoefte of probleem op.",
            },
            data={
                "purchase_timing": ["before"],
                "example": {
                    "en": (
                        "She sees that her hair keeps getting frizzy and wants help caring for "
                        "her curls"
                    ),
                    "nl": (
                        "Ze ziet dat haar haar pluizig blijft en zoekt hulp bij het verzorgen "
                        "van haar krullen"
                    ),
                },
            },
        ),
        Phase(
            "overweging",
            {"en": "Consideration", "nl": "Overweging"},
            stage="consideration",
            fit="exact",
            customer_goal={
                "en": "Find out what and who could help",
                "nl": "Ontdekken wat en wie kan helpen",
            },
            business_goal={
                "en": "Be found and give the information that helps comparison",
                "nl": "Vindbaar zijn en informatie geven die bij het vergelijken helpt",
            },
            description={
                "en": "The person looks for possible ways to meet the need.",
                "nl": "De klant zoekt mogelijke oplossingen voor de behoefte.",
            },
            data={
                "purchase_timing": ["before"],
                "example": {
                    "en": "She searches for several curl specialists nearby",
                    "nl": "Ze zoekt een aantal krullenkappers in de buurt",
                },
            },
        ),
        Phase(
            "beslissing",
            {"en": "Decision", "nl": "Beslissing"},
            stage="purchase",
            also=["consideration"],
            fit="close",
            customer_goal={"en": "Choose with confidence", "nl": "Met vertrouwen kiezen"},
            business_goal={
                "en": "Win the choice and make committing easy",
                "nl": "De keuze winnen en vastleggen makkelijk maken",
            },
            description={
                "en": (
                    "Providers are compared and one is chosen; a booking is the sign of the choice."
                ),
                "nl": (
                    "Aanbieders worden vergeleken en er wordt er een gekozen; een afspraak is "
                    "het teken daarvan."
                ),
            },
            data={
                "purchase_timing": ["before", "at"],
                "example": {
                    "en": "She books an appointment with one salon",
                    "nl": "Ze maakt een afspraak bij een bepaalde kapper",
                },
                "homonym": {
                    "en": "Used in other senses elsewhere; here: comparison plus booking.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: vergelijken en boeken.",
                },
            },
        ),
        Phase(
            "actie",
            {"en": "Action (use of the solution)", "nl": "Actie"},
            stage="service",
            also=["purchase"],
            fit="close",
            customer_goal={
                "en": "Get the result that was promised",
                "nl": "Het beloofde resultaat krijgen",
            },
            business_goal={"en": "Deliver the service well", "nl": "De dienst goed leveren"},
            description={
                "en": (
                    "The chosen solution is actually used. This is consumption, not the AIDA "
                    "'Action' of buying."
                ),
                "nl": (
                    "De gekozen oplossing wordt werkelijk gebruikt. Dit is gebruik, niet de "
                    "'Action' (aankoop) uit AIDA."
                ),
            },
            data={
                "purchase_timing": ["after"],
                "example": {
                    "en": "Her hair is cut and styled",
                    "nl": "Haar haar wordt geknipt en gestyled",
                },
                "homonym": {
                    "en": "Used in other senses elsewhere; here: use after purchase.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: gebruik na de aankoop.",
                },
            },
        ),
        Phase(
            "evaluatie",
            {"en": "Evaluation", "nl": "Evaluatie"},
            stage="loyalty",
            also=["service"],
            fit="close",
            customer_goal={
                "en": "Judge whether it was worth it",
                "nl": "Beoordelen of het de moeite waard was",
            },
            business_goal={
                "en": "Turn satisfaction into repeat business and recommendation",
                "nl": "Tevredenheid omzetten in herhaalaankoop en aanbeveling",
            },
            description={
                "en": (
                    "The result is weighed against expectation and leads to loyalty or to loss "
                    "and bad word of mouth."
                ),
                "nl": (
                    "Het resultaat wordt tegen de verwachting afgezet en leidt tot loyaliteit, "
                    "of tot verlies en negatieve mond-tot-mondreclame."
                ),
            },
            data={
                "purchase_timing": ["after"],
                "example": {
                    "en": "She asks herself whether she is happy with the result",
                    "nl": "Ze vraagt zich af of ze tevreden is met het resultaat",
                },
            },
        ),
    ],
    transitions=[
        *sequence("bewustwording", "overweging", "beslissing", "actie", "evaluatie"),
        Transition(
            "evaluatie",
            "beslissing",
            kind="repeat",
            reason={
                "en": (
                    "A satisfied client comes back (repeat purchase); the target phase is an "
                    "inference"
                ),
                "nl": (
                    "Een tevreden klant komt terug (herhaalaankoop); de doelfase is een "
                    "gevolgtrekking"
                ),
            },
            data={"basis": "source article"},
        ),
        Transition(
            "evaluatie",
            DROP_OFF,
            reason={
                "en": "A dissatisfied client is lost and may spread negative word of mouth",
                "nl": (
                    "Een ontevreden klant gaat verloren en kan negatieve mond-tot-mondreclame "
                    "verspreiden"
                ),
            },
            data={"basis": "source article"},
        ),
    ],
    origin=Origin(
        authors=["Muriel Snijders (ill graff design)"],
        sources=[
            (
                "Snijders, M., 'Hoe moet je een klantreis opstellen?', ill graff design, "
                "Limburg; undated (copy seen at illgraff-design.com/customer-journey)"
            )
        ],
        note={
            "en": (
                "The year is unknown. The transitions are our own reading. The article says "
                "the example is built on AIDA, but it has five phases with other names; "
                "'Actie' means use here. Do not map by name to AIDA 'Action'. Keep apart from "
                "the five-part See-Think-Do-Care version in the same article."
            ),
            "nl": (
                "Het jaartal is onbekend. De overgangen zijn onze eigen lezing. Volgens het "
                "artikel is het voorbeeld op AIDA gebouwd, maar het heeft vijf fasen met "
                "andere namen; 'Actie' betekent hier gebruik. Koppel niet op naam aan 'Action' "
                "uit AIDA. Niet te verwarren met de vijfdelige versie van See-Think-Do-Care in "
                "hetzelfde artikel."
            ),
        },
    ),
    starts_with={
        "en": "awareness of a need (point A)",
        "nl": "bewustwording van een behoefte (punt A)",
    },
    ends_with=[
        {"en": "loyal customer (point B)", "nl": "loyale klant (punt B)"},
        {
            "en": "lost customer, negative word of mouth",
            "nl": "verloren klant, negatieve mond-tot-mondreclame",
        },
    ],
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c", "services"],
        "sequence": "linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "source article",
            "year": "unknown",
            "phases": "source article",
            "transitions": "inference",
        },
        "named_in": ["Hoe moet je een klantreis opstellen? (ill graff design)"],
        "end_states": ["loyal_customer", "lost"],
        "scope_basis": "source article",
    },
)

STDC_FIVE_PART: Final = JourneyModel(
    "stdc_five_part",
    {
        "en": "See-Think-Do-Care, five-part version",
        "nl": "See-Think-Do-Care in vijf delen",
    },
    description={
        "en": (
            "See-Think-Do-Care in phases that name what the customer does, with Care "
            "divided into use and loyalty."
        ),
        "nl": (
            "See-Think-Do-Care in fasen die zeggen wat de klant doet, met Care verdeeld in "
            "gebruik en loyaliteit."
        ),
    },
    aliases=["vijfdelig STDC", "see think do care plus"],
    phases=[
        Phase(
            "bewustwording",
            {"en": "Awareness", "nl": "Bewustwording"},
            stage="awareness",
            fit="exact",
            customer_goal={
                "en": "Discover that something useful exists",
                "nl": "Ontdekken dat er iets nuttigs bestaat",
            },
            business_goal={
                "en": "Be seen by a relevant public",
                "nl": "Gezien worden door een relevant publiek",
            },
            description={
                "en": "Counterpart of See: getting known.",
                "nl": "Tegenhanger van See: bekend worden.",
            },
            data={"purchase_timing": ["before"], "derived_from": "see_think_do_care.see"},
        ),
        Phase(
            "overweging",
            {"en": "Consideration", "nl": "Overweging"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Compare options", "nl": "Opties vergelijken"},
            business_goal={"en": "Convince of the value", "nl": "Overtuigen van de waarde"},
            description={
                "en": "Counterpart of Think: being weighed.",
                "nl": "Tegenhanger van Think: afgewogen worden.",
            },
            data={"purchase_timing": ["before"], "derived_from": "see_think_do_care.think"},
        ),
        Phase(
            "aankoop",
            {"en": "Purchase", "nl": "Aankoop"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Buy without friction", "nl": "Zonder frictie kopen"},
            business_goal={"en": "Convert", "nl": "Converteren"},
            description={"en": "Counterpart of Do: buying.", "nl": "Tegenhanger van Do: kopen."},
            data={"purchase_timing": ["at"], "derived_from": "see_think_do_care.do"},
        ),
        Phase(
            "gebruik",
            {"en": "Use", "nl": "Gebruik"},
            stage="service",
            fit="exact",
            customer_goal={
                "en": "Get value from what was bought",
                "nl": "Waarde halen uit de aankoop",
            },
            business_goal={"en": "Serve and support", "nl": "Helpen en ondersteunen"},
            description={
                "en": "First half of Care: using the product with help where needed.",
                "nl": "Eerste helft van Care: het product gebruiken, met hulp waar nodig.",
            },
            data={"purchase_timing": ["after"], "derived_from": "see_think_do_care.care"},
        ),
        Phase(
            "loyaliteit",
            {"en": "Loyalty", "nl": "Loyaliteit"},
            stage="loyalty",
            fit="exact",
            customer_goal={
                "en": "Stay with a trusted provider",
                "nl": "Bij een vertrouwde aanbieder blijven",
            },
            business_goal={
                "en": "Keep customers and make them ambassadors",
                "nl": "Klanten behouden en ambassadeur maken",
            },
            description={
                "en": "Second half of Care: coming back and recommending.",
                "nl": "Tweede helft van Care: terugkomen en aanbevelen.",
            },
            data={"purchase_timing": ["after"], "derived_from": "see_think_do_care.care"},
        ),
    ],
    origin=Origin(
        authors=["Muriel Snijders (ill graff design), adaptation of Avinash Kaushik"],
        sources=[
            (
                "Snijders, M., 'Hoe moet je een klantreis opstellen?', ill graff design: named "
                "as a step beyond the original four-part model; the step-by-step guide itself "
                "is in another article (not seen)"
            )
        ],
        note={
            "en": (
                "The year is unknown. The source article gives the names only; the meanings "
                "are ours. The source article gives only the five names; the split of Care "
                "into use and loyalty is our reading of it."
            ),
            "nl": (
                "Het jaartal is onbekend. Het bronartikel geeft alleen de namen; de "
                "betekenissen zijn van ons. Het bronartikel geeft alleen de vijf namen; de "
                "verdeling van Care in gebruik en loyaliteit is onze lezing."
            ),
        },
    ),
    data={
        "category": "phase_model",
        "perspective": "organisation",
        "domain": ["b2c", "services"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "source article",
            "year": "unknown",
            "phases": "source article (names only; meanings below are ours)",
            "transitions": "inference",
        },
        "named_in": ["Hoe moet je een klantreis opstellen? (ill graff design)"],
    },
)

FIVE_PHASE_BRAND_STRATEGY: Final = JourneyModel(
    "five_phase_brand_strategy",
    {
        "en": "Five phases with brand strategy (information to advocate)",
        "nl": "Vijf fasen met merkstrategie (informatie tot advocaat)",
    },
    description={
        "en": (
            "From first information to recommending, with the strategy, goal and means of "
            "the brand in each phase."
        ),
        "nl": (
            "Van eerste informatie tot aanbevelen, met per fase de strategie, het doel en "
            "de middelen van het merk."
        ),
    },
    aliases=["informatie-orientatie-aankoop-service-advocaat"],
    phases=[
        Phase(
            "informatie",
            {"en": "Information", "nl": "Informatie"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Get to know the brand", "nl": "Het merk leren kennen"},
            business_goal={
                "en": "Attention and brand awareness through reach",
                "nl": "Aandacht en naamsbekendheid via bereik",
            },
            description={
                "en": (
                    "First moment of contact: the brand gains attention with basic "
                    "information; the brand speaks more than it is sought."
                ),
                "nl": (
                    "Eerste contactmoment: het merk trekt aandacht met basisinformatie; het "
                    "merk zendt, de klant zoekt nog niet."
                ),
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "orientatie",
            {"en": "Orientation", "nl": "Oriëntatie"},
            stage="consideration",
            fit="exact",
            customer_goal={
                "en": "Find the best fitting or the cheapest option",
                "nl": "De best passende of goedkoopste optie vinden",
            },
            business_goal={
                "en": "Interaction between brand and customer",
                "nl": "Interactie tussen merk en klant",
            },
            description={
                "en": (
                    "The customer actively looks for information and compares competing brands "
                    "on fit or price."
                ),
                "nl": (
                    "De klant zoekt zelf informatie en vergelijkt concurrerende merken op "
                    "passendheid of prijs."
                ),
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: second phase: consideration.",
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: tweede fase: overweging."
                    ),
                },
            },
        ),
        Phase(
            "aankoop",
            {"en": "Purchase", "nl": "Aankoop"},
            stage="purchase",
            fit="exact",
            customer_goal={
                "en": "Make the right buying decision",
                "nl": "De juiste aankoopbeslissing nemen",
            },
            business_goal={
                "en": "Turn a prospect into a customer",
                "nl": "Van prospect een klant maken",
            },
            description={
                "en": (
                    "The customer decides at which brand to buy; must join seamlessly with the "
                    "phase before."
                ),
                "nl": (
                    "De klant beslist bij welk merk hij koopt; moet naadloos aansluiten op de "
                    "vorige fase."
                ),
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "service",
            "Service",
            stage="service",
            fit="exact",
            customer_goal={
                "en": "Use the product with pleasure and get help",
                "nl": "Het product met plezier gebruiken en hulp krijgen",
            },
            business_goal={
                "en": "Retention and repeat purchase",
                "nl": "Retentie en herhaalaankopen",
            },
            description={
                "en": (
                    "Service and a good experience in use; satisfied customers stay longer and "
                    "buy again."
                ),
                "nl": (
                    "Service en een goede gebruikservaring; tevreden klanten blijven langer en "
                    "kopen opnieuw."
                ),
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "advocaat",
            {"en": "Advocate", "nl": "Advocaat"},
            stage="loyalty",
            fit="exact",
            customer_goal={"en": "Share a good experience", "nl": "Een goede ervaring delen"},
            business_goal={
                "en": "Have the customer recommend the brand to third parties",
                "nl": "De klant het merk laten aanbevelen bij derden",
            },
            description={
                "en": "The customer recommends the product or service to others.",
                "nl": "De klant beveelt het product of de dienst aan bij anderen.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    lanes=[
        Lane("strategy", {"en": "Strategy", "nl": "Strategie"}),
        Lane("goal", {"en": "Goal", "nl": "Doel"}),
        Lane("means", {"en": "Means", "nl": "Middelen"}),
    ],
    transitions=[
        *sequence("informatie", "orientatie", "aankoop", "service", "advocaat"),
        Transition(
            "informatie",
            DROP_OFF,
            reason={
                "en": (
                    "A wrong channel misses the audience; a wrong message fails to convert or "
                    "drives the customer away for good (can occur in any phase)"
                ),
                "nl": (
                    "Een verkeerd kanaal mist de doelgroep; een verkeerde boodschap "
                    "converteert niet of jaagt de klant voorgoed weg (kan in elke fase "
                    "gebeuren)"
                ),
            },
            data={"basis": "source article"},
        ),
        Transition(
            "advocaat",
            DROP_OFF,
            reason={
                "en": "The journey ends when the customer acts as ambassador or leaves",
                "nl": "De klantreis eindigt als de klant ambassadeur is of weggaat",
            },
            data={"basis": "source article"},
        ),
    ],
    notes=[
        Note("strategy", "informatie", {"en": "maximise reach", "nl": "bereik"}),
        Note("goal", "informatie", {"en": "brand awareness", "nl": "merkbekendheid"}),
        Note("means", "informatie", {"en": "radio commercials", "nl": "radioreclame"}),
        Note("means", "informatie", {"en": "television commercials", "nl": "televisiereclame"}),
        Note("means", "informatie", "online advertising"),
        Note("strategy", "orientatie", "engagement"),
        Note(
            "goal",
            "orientatie",
            {
                "en": "interaction between brand and customer",
                "nl": "interactie tussen merk en klant",
            },
        ),
        Note(
            "means",
            "orientatie",
            {"en": "social ads with landing pages", "nl": "social ads met landingspagina's"},
        ),
        Note("means", "orientatie", "reviews"),
        Note("means", "orientatie", {"en": "direct mail", "nl": "direct mailings"}),
        Note("means", "orientatie", {"en": "digital newsletters", "nl": "digitale nieuwsbrieven"}),
        Note("strategy", "aankoop", {"en": "sales conversion", "nl": "sales-conversie"}),
        Note("goal", "aankoop", {"en": "prospect becomes customer", "nl": "prospect wordt klant"}),
        Note("means", "aankoop", {"en": "web shop", "nl": "webshop"}),
        Note("means", "aankoop", {"en": "physical shop", "nl": "fysieke winkel"}),
        Note(
            "means",
            "aankoop",
            {
                "en": "contact centre (phone or digital)",
                "nl": "contactcenter (telefonisch of digitaal)",
            },
        ),
        Note(
            "strategy",
            "service",
            {
                "en": "service and a good experience in use, always in contact",
                "nl": "service en goede gebruikservaring, altijd in contact",
            },
            description={
                "en": "not labelled as strategy in the source article",
                "nl": "in het bronartikel niet als strategie benoemd",
            },
        ),
        Note(
            "goal",
            "service",
            {"en": "retention and repeat purchase", "nl": "retentie en herhaalaankopen"},
        ),
        Note("means", "service", "(online) community"),
        Note("means", "service", {"en": "savings or loyalty programme", "nl": "spaarprogramma"}),
        Note(
            "means",
            "service",
            {
                "en": "customer newsletter, for instance with discounts",
                "nl": "klantennieuwsbrief, bijvoorbeeld met kortingsacties",
            },
        ),
        Note(
            "strategy",
            "advocaat",
            {"en": "activate recommendation", "nl": "aanbeveling stimuleren"},
            description={
                "en": "the word is not used in the source article",
                "nl": "het woord staat niet in het bronartikel",
            },
        ),
        Note(
            "goal",
            "advocaat",
            {"en": "recommendation to third parties", "nl": "aanbeveling bij derden"},
        ),
        Note("means", "advocaat", "online reviews"),
        Note(
            "means", "advocaat", {"en": "sharing on social media", "nl": "delen op sociale media"}
        ),
        Note(
            "means",
            "advocaat",
            {"en": "one-to-one personal contact", "nl": "een-op-een persoonlijk contact"},
        ),
    ],
    origin=Origin(
        authors=["unnamed author, article 'Customer journey map: herken de klantbehoefte'"],
        sources=[
            (
                "'Customer journey map: herken de klantbehoefte', article without author, "
                "publisher or date"
            )
        ],
        note={
            "en": (
                "The year is unknown. 'Oriëntatie' is the SECOND phase here (consideration), "
                "but the FIRST phase (awareness) in five_phase_service. The source article "
                "states that every journey can be split into these five phases; that is a "
                "claim, not a fact."
            ),
            "nl": (
                "Het jaartal is onbekend. 'Oriëntatie' is hier de TWEEDE fase (overweging), "
                "maar in five_phase_service de EERSTE (bewustwording). Het bronartikel stelt "
                "dat elke klantreis in deze vijf fasen te verdelen is; dat is een bewering, "
                "geen feit."
            ),
        },
    ),
    starts_with={"en": "first contact with the brand", "nl": "eerste contact met het merk"},
    ends_with=[
        {"en": "customer acts as ambassador", "nl": "klant is ambassadeur"},
        {"en": "customer leaves", "nl": "klant gaat weg"},
    ],
    data={
        "category": "phase_model",
        "perspective": "both",
        "domain": ["b2c"],
        "sequence": "linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "source article",
            "year": "unknown",
            "phases": "source article",
            "transitions": "source article",
        },
        "named_in": ["Customer journey map: herken de klantbehoefte"],
        "end_states": ["ambassador", "left"],
        "scope_basis": "source article",
    },
)

FIVE_PHASE_DEPARTMENTS: Final = JourneyModel(
    "five_phase_departments",
    {
        "en": "Five phases with departments (awareness to loyalty)",
        "nl": "Vijf fasen met afdelingen (awareness tot loyalty)",
    },
    description={
        "en": "From awareness to loyalty, with the departments that take part in each phase.",
        "nl": "Van bewustwording tot loyaliteit, met per fase de afdelingen die meedoen.",
    },
    aliases=["awareness-consideration-decision-retention-loyalty", "ACDRL"],
    phases=[
        Phase(
            "awareness",
            {"en": "Awareness", "nl": "Awareness (bewustwording)"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Understand the problem", "nl": "Het probleem begrijpen"},
            business_goal={"en": "Attract and inform", "nl": "Aantrekken en informeren"},
            description={
                "en": "The potential customer becomes aware of a problem or of the organisation.",
                "nl": (
                    "De potentiële klant wordt zich bewust van een probleem of van de organisatie."
                ),
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "consideration",
            {"en": "Consideration", "nl": "Consideration (overweging)"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Compare", "nl": "Vergelijken"},
            business_goal={
                "en": "Tempt with fitting content, calls to action, downloads or videos",
                "nl": "Verleiden met passende content, CTA's, downloads of video's",
            },
            description={
                "en": "Solutions and providers are weighed.",
                "nl": "Oplossingen en aanbieders worden afgewogen.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "decision",
            {"en": "Decision", "nl": "Decision (beslissing)"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Choose a provider", "nl": "Een aanbieder kiezen"},
            business_goal={"en": "Convert lead to customer", "nl": "Lead naar klant converteren"},
            description={
                "en": "The lead decides and converts to customer.",
                "nl": "De lead beslist en wordt klant.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "retention_service",
            {"en": "Retention / Service", "nl": "Retention/Service"},
            stage="service",
            fit="exact",
            customer_goal={"en": "Be helped well", "nl": "Goed geholpen worden"},
            business_goal={"en": "Keep the customer", "nl": "De klant behouden"},
            description={
                "en": "The customer is kept satisfied and problems are solved.",
                "nl": "De klant wordt tevreden gehouden en problemen worden opgelost.",
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
            {"en": "Loyalty", "nl": "Loyalty (loyaliteit)"},
            stage="loyalty",
            fit="exact",
            customer_goal={
                "en": "Return to a trusted provider",
                "nl": "Terugkeren naar een vertrouwde aanbieder",
            },
            business_goal={"en": "Repeat business", "nl": "Terugkerende klanten"},
            description={
                "en": "The customer returns at the next need.",
                "nl": "De klant keert bij een volgende behoefte terug.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    lanes=[
        Lane("marketing", "Marketing", kind="values"),
        Lane("sales", "Sales", kind="values"),
        Lane(
            "service",
            {"en": "Customer service / support", "nl": "Klantenservice/support"},
            kind="values",
        ),
        Lane("administration", {"en": "Administration", "nl": "Administratie"}, kind="values"),
        Lane("hr", "HR", kind="values"),
    ],
    transitions=[
        *sequence("awareness", "consideration", "decision", "retention_service", "loyalty"),
        Transition(
            "loyalty",
            "awareness",
            kind="repeat",
            reason={
                "en": (
                    "The stated aim is that the customer comes back at a next need; the target "
                    "phase is an inference"
                ),
                "nl": (
                    "Het genoemde doel is dat de klant bij een volgende behoefte terugkomt; de "
                    "doelfase is een gevolgtrekking"
                ),
            },
            data={"basis": "source article"},
        ),
    ],
    notes=[
        Note("marketing", "awareness", _LEAD),
        Note("marketing", "consideration", _LEAD),
        Note("marketing", "decision", _LEAD),
        Note("marketing", "retention_service", _NONE),
        Note("marketing", "loyalty", _NONE),
        Note("sales", "awareness", _NONE),
        Note("sales", "consideration", _CONDITIONAL),
        Note("sales", "decision", _INVOLVED),
        Note("sales", "retention_service", _NONE),
        Note("sales", "loyalty", _NONE),
        Note("service", "awareness", _NONE),
        Note("service", "consideration", _NONE),
        Note("service", "decision", _NONE),
        Note("service", "retention_service", _LEAD),
        Note("service", "loyalty", _LEAD),
        Note("administration", "awareness", _NONE),
        Note("administration", "consideration", _NONE),
        Note("administration", "decision", _NONE),
        Note("administration", "retention_service", _INVOLVED),
        Note("administration", "loyalty", _INVOLVED),
        Note("hr", "awareness", _UNSPECIFIED),
        Note("hr", "consideration", _UNSPECIFIED),
        Note("hr", "decision", _UNSPECIFIED),
        Note("hr", "retention_service", _UNSPECIFIED),
        Note("hr", "loyalty", _UNSPECIFIED),
    ],
    origin=Origin(
        authors=["unnamed author, article 'customer journey toepassen op de organisatie'"],
        sources=[
            (
                "'customer journey toepassen op de organisatie', article without author, "
                "publisher or date"
            )
        ],
        note={
            "en": (
                "The year is unknown. The source article gives the names; the meanings are "
                "partly ours. The transitions are our own reading. Phases one to three are the "
                "buyer's journey. The source article calls this the most common model, usable "
                "in any sector."
            ),
            "nl": (
                "Het jaartal is onbekend. Het bronartikel geeft de namen; de betekenissen zijn "
                "deels van ons. De overgangen zijn onze eigen lezing. De eerste drie fasen "
                "zijn de koopreis (buyer's journey). Het bronartikel noemt dit het meest "
                "gebruikte model, bruikbaar in elke sector."
            ),
        },
    ),
    starts_with={
        "en": "before a person commits to the organisation",
        "nl": "voordat iemand zich aan de organisatie bindt",
    },
    ends_with=[
        {
            "en": "customer returns at a next need",
            "nl": "klant keert terug bij een volgende behoefte",
        },
        {"en": "lead decides not to become a customer", "nl": "lead besluit geen klant te worden"},
    ],
    cyclic=False,
    data={
        "category": "phase_model",
        "perspective": "organisation",
        "domain": ["b2b", "b2c"],
        "sequence": "linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "source article",
            "year": "unknown",
            "phases": "source article (names; meanings partly ours)",
            "transitions": "inference",
        },
        "named_in": ["customer journey toepassen op de organisatie"],
        "end_states": ["returned", "not_customer"],
        "scope_basis": "source article",
        "variants": [
            {
                "key": "picture_caption",
                "source": "picture caption in 'customer journey toepassen op de organisatie'",
                "phases": ["awareness", "consideration", "purchase", "retention", "advocacy"],
                "note": {
                    "en": "Third, fourth and fifth names differ from the list in the text",
                    "nl": ("De derde, vierde en vijfde naam wijken af van de lijst in de tekst"),
                },
            }
        ],
        "departments": {
            "listed": ["HR", "Sales", "Marketing", "Administratie", "Klantenservice/support"],
            "legend": {
                "lead": {
                    "en": "named as the party that takes on or strongly influences the phase",
                    "nl": (
                        "genoemd als de partij die de fase op zich neemt of er sterk "
                        "invloed op heeft"
                    ),
                },
                "involved": {"en": "named as closely involved", "nl": "genoemd als nauw betrokken"},
                "conditional": {
                    "en": "joins earlier depending on the product or service",
                    "nl": "sluit eerder aan, afhankelijk van product of dienst",
                },
                "none": {
                    "en": "not named for this phase in the source article",
                    "nl": "in het bronartikel niet genoemd bij deze fase",
                },
                "unspecified": {
                    "en": "named in the list, but without any phase",
                    "nl": "genoemd in de lijst, maar zonder fase",
                },
            },
            "note": {
                "en": (
                    "'lead' and 'involved' are our reading. For service and administration "
                    "the source article only says 'after the customer has become a "
                    "customer'; it does not split between the last two phases."
                ),
                "nl": (
                    "'leidend' en 'betrokken' zijn onze lezing. Over service en "
                    "administratie zegt het bronartikel alleen 'nadat de klant klant is "
                    "geworden'; het maakt geen verschil tussen de laatste twee fasen."
                ),
            },
        },
    },
)

FIVE_PHASE_SERVICE: Final = JourneyModel(
    "five_phase_service",
    {
        "en": "Five phases with service (orientation to loyalty)",
        "nl": "Vijf fasen met service (oriëntatie tot loyaliteit)",
    },
    description={
        "en": "From orientation to loyalty, with service and use as a phase of its own.",
        "nl": "Van oriëntatie tot loyaliteit, met service en gebruik als eigen fase.",
    },
    aliases=["Zendesk vijf fases"],
    phases=[
        Phase(
            "orientatie",
            {"en": "Orientation", "nl": "Oriëntatie"},
            stage="awareness",
            also=["consideration"],
            fit="close",
            customer_goal={
                "en": "Find who offers what is needed",
                "nl": "Vinden wie het gezochte aanbiedt",
            },
            business_goal={
                "en": "Be found at first contact",
                "nl": "Gevonden worden bij het eerste contact",
            },
            description={
                "en": (
                    "The customer looks for a product or service and meets the company for the "
                    "first time."
                ),
                "nl": (
                    "De klant zoekt een product of dienst en komt voor het eerst in contact "
                    "met het bedrijf."
                ),
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: first phase: awareness.",
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: eerste fase: bewustwording."
                    ),
                },
            },
        ),
        Phase(
            "afweging",
            {"en": "Consideration", "nl": "Afweging"},
            stage="consideration",
            fit="exact",
            customer_goal={
                "en": "Compare with the competition",
                "nl": "Vergelijken met de concurrentie",
            },
            business_goal={
                "en": "Stand out from the competition",
                "nl": "Zich onderscheiden van de concurrentie",
            },
            description={
                "en": "Comparable offers of competitors are looked up.",
                "nl": "Vergelijkbare producten of diensten van concurrenten worden opgezocht.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "aankoop",
            {"en": "Purchase", "nl": "Aankoop"},
            stage="purchase",
            fit="exact",
            customer_goal={"en": "Order without trouble", "nl": "Zonder problemen bestellen"},
            business_goal={"en": "A faultless order process", "nl": "Een vlekkeloos bestelproces"},
            description={
                "en": "The customer acquires the product; the order process must be flawless.",
                "nl": "De klant schaft het product aan; het bestelproces moet vlekkeloos zijn.",
            },
            data={"purchase_timing": ["at"]},
        ),
        Phase(
            "service_en_gebruik",
            {"en": "Service and use", "nl": "Service en gebruik"},
            stage="service",
            fit="exact",
            customer_goal={
                "en": "Use it, get an answer, return it if need be",
                "nl": "Gebruiken, antwoord krijgen, zo nodig retourneren",
            },
            business_goal={
                "en": "Help well and keep the relation",
                "nl": "Goed helpen en de relatie behouden",
            },
            description={
                "en": (
                    "The product is used; questions and returns occur, so the relation goes on."
                ),
                "nl": (
                    "Het product wordt gebruikt; er kunnen vragen of retouren zijn, dus de "
                    "relatie loopt door."
                ),
            },
            data={"purchase_timing": ["after"]},
        ),
        Phase(
            "loyaliteit",
            {"en": "Loyalty", "nl": "Loyaliteit"},
            stage="loyalty",
            fit="exact",
            customer_goal={
                "en": "Be treated as a valued customer",
                "nl": "Als gewaardeerde klant behandeld worden",
            },
            business_goal={
                "en": "Repeat visits and good word of mouth",
                "nl": "Terugkerende klanten en goede mond-tot-mondreclame",
            },
            description={
                "en": (
                    "The customer is brought back again and again and speaks well of the company."
                ),
                "nl": "De klant komt telkens terug en maakt goede reclame.",
            },
            data={"purchase_timing": ["after"]},
        ),
    ],
    transitions=[
        *sequence("orientatie", "afweging", "aankoop", "service_en_gebruik", "loyaliteit"),
        Transition(
            "loyaliteit",
            "aankoop",
            kind="repeat",
            reason={
                "en": "Bringing the customer back again and again; target phase inferred",
                "nl": "De klant telkens laten terugkomen; de doelfase is een gevolgtrekking",
            },
            data={"basis": "source article"},
        ),
        Transition(
            "afweging",
            DROP_OFF,
            reason={
                "en": (
                    "If something goes wrong anywhere, the (potential) customer may go to a "
                    "competitor"
                ),
                "nl": (
                    "Gaat er ergens iets mis, dan kan de (potentiële) klant naar een "
                    "concurrent gaan"
                ),
            },
            data={"basis": "source article"},
        ),
    ],
    origin=Origin(
        authors=["Ellen (Zendesk, Dutch site)"],
        year=2023,
        sources=[
            (
                "Ellen, 'Hoe breng je een customer journey in kaart?', Zendesk, last changed "
                "15 May 2023"
            )
        ],
        note={
            "en": (
                "The year is that of the last change. The transitions are our own reading. "
                "Presented as five consecutive phases. 'Oriëntatie' = first contact here; in "
                "five_phase_brand_strategy it is the second phase. In the copy that was seen, "
                "phase 2 is glued to phase 1 in one bullet; there are five phases."
            ),
            "nl": (
                "Het jaartal is dat van de laatste wijziging. De overgangen zijn onze eigen "
                "lezing. Gebracht als vijf opeenvolgende fasen. 'Oriëntatie' is hier het "
                "eerste contact; in five_phase_brand_strategy is het de tweede fase. In de "
                "ingeziene tekst zit fase 2 aan fase 1 vast in één opsommingspunt; het zijn "
                "vijf fasen."
            ),
        },
    ),
    starts_with={
        "en": "looks for a product or service, first contact with the company",
        "nl": "zoekt een product of dienst, eerste contact met het bedrijf",
    },
    ends_with=[
        {"en": "comes back again and again", "nl": "komt telkens terug"},
        {"en": "goes to a competitor", "nl": "stapt naar de concurrent"},
    ],
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2c"],
        "sequence": "linear",
        "non_linear_in_source": True,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "source article",
            "year": "source article (date of last change)",
            "phases": "source article",
            "transitions": "inference",
        },
        "named_in": ["Hoe breng je een customer journey in kaart? (Zendesk)"],
        "end_states": ["loyal", "competitor"],
        "scope_basis": "source article",
    },
)

BUYERS_JOURNEY: Final = JourneyModel(
    "buyers_journey",
    {"en": "Buyer's journey", "nl": "Buyer's journey (koopreis)"},
    description={
        "en": (
            "The way of a buyer up to the purchase: name the problem, look for an approach, choose."
        ),
        "nl": (
            "De weg van een koper tot aan de aankoop: het probleem benoemen, een aanpak "
            "zoeken, kiezen."
        ),
    },
    aliases=["buyer journey", "buyersjourney", "koperreis"],
    phases=[
        Phase(
            "awareness",
            {"en": "Awareness", "nl": "Awareness (bewustwording)"},
            stage="awareness",
            fit="exact",
            customer_goal={"en": "Understand the problem", "nl": "Het probleem begrijpen"},
            business_goal={"en": "Educate without selling", "nl": "Informeren zonder te verkopen"},
            description={
                "en": (
                    "The buyer notices symptoms of a problem or an opportunity and tries to "
                    "name it."
                ),
                "nl": (
                    "De koper merkt symptomen van een probleem of kans en probeert het te benoemen."
                ),
            },
            data={
                "purchase_timing": ["before"],
                "homonym": {
                    "en": "Used in other senses elsewhere; here: of a problem.",
                    "nl": "Elders in andere betekenissen gebruikt; hier: van een probleem.",
                },
            },
        ),
        Phase(
            "consideration",
            {"en": "Consideration", "nl": "Consideration (overweging)"},
            stage="consideration",
            fit="exact",
            customer_goal={"en": "Find the right approach", "nl": "De juiste aanpak vinden"},
            business_goal={
                "en": "Show that the own approach is a good one",
                "nl": "Laten zien dat de eigen aanpak goed is",
            },
            description={
                "en": "The problem is defined; types of solution are explored.",
                "nl": "Het probleem is benoemd; soorten oplossingen worden verkend.",
            },
            data={"purchase_timing": ["before"]},
        ),
        Phase(
            "decision",
            {"en": "Decision", "nl": "Decision (beslissing)"},
            stage="purchase",
            also=["consideration"],
            fit="exact",
            customer_goal={"en": "Choose a vendor", "nl": "Een leverancier kiezen"},
            business_goal={"en": "Win the deal", "nl": "De opdracht winnen"},
            description={
                "en": "Vendors or products are compared and one is chosen.",
                "nl": "Leveranciers of producten worden vergeleken en er wordt gekozen.",
            },
            data={
                "purchase_timing": ["before", "at"],
                "homonym": {
                    "en": (
                        "Used in other senses elsewhere; here: comparison of vendors plus choice."
                    ),
                    "nl": (
                        "Elders in andere betekenissen gebruikt; hier: leveranciers "
                        "vergelijken en kiezen."
                    ),
                },
            },
        ),
    ],
    origin=Origin(
        authors=["no single originator; popularised by HubSpot's inbound method"],
        sources=[
            (
                "'customer journey toepassen op de organisatie', article without author, "
                "publisher or date"
            ),
            (
                "HubSpot definition of the buyer's journey in three stages, as retold in "
                "secondary pages (consultevo.com, sendpulse.com)"
            ),
        ],
        note={
            "en": (
                "The year has not been established. Equals the first three phases of "
                "five_phase_departments. It stops at purchase; lead becomes new customer. The "
                "source article contradicts itself on the relation with the customer journey: "
                "as its first three phases, and as what comes before it."
            ),
            "nl": (
                "Het jaartal staat niet vast. Gelijk aan de eerste drie fasen van "
                "five_phase_departments. Stopt bij de aankoop; de lead wordt nieuwe klant. Het "
                "bronartikel spreekt zichzelf tegen over de verhouding tot de klantreis: als "
                "de eerste drie fasen ervan, en als wat eraan voorafgaat."
            ),
        },
    ),
    starts_with={
        "en": "lead becomes aware of a problem",
        "nl": "lead wordt zich bewust van een probleem",
    },
    ends_with=[{"en": "lead has become a new customer", "nl": "lead is nieuwe klant geworden"}],
    data={
        "category": "phase_model",
        "perspective": "customer",
        "domain": ["b2b", "b2c"],
        "sequence": "linear",
        "non_linear_in_source": False,
        "has_purchase": True,
        "translation_safe": True,
        "mapping_confidence": "high",
        "verification": {
            "identity": "secondary_seen",
            "year": "not established",
            "phases": "secondary_seen",
            "transitions": "source article",
        },
        "named_in": ["customer journey toepassen op de organisatie"],
        "end_states": ["new_customer"],
        "scope_basis": "source article",
        "subset_of": {
            "model": "five_phase_departments",
            "phases": ["awareness", "consideration", "decision"],
        },
    },
)
