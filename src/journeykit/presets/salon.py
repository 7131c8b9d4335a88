"""A journey from end to end: Sanne looks for someone who understands her curls.

The phases are those of the curly-hair example in 'Hoe moet je een klantreis opstellen?' by
Muriel Snijders (ill graff design); the salon, the persona and all figures are made up.
"""

from datetime import date
from typing import Final

from journeykit.channels import Channel
from journeykit.goal import Goal
from journeykit.grid import Note
from journeykit.journey import Journey
from journeykit.persona import Persona, Trait
from journeykit.presets.five_phases import FIVE_PHASE_SALON
from journeykit.presets.lanes import pick
from journeykit.touchpoint import Touchpoint
from journeykit.transition import CONVERSION, DROP_OFF, START, Transition

__all__ = ["SALON"]

_MARKETING = "Marketing"
_WEB_TEAM = {"en": "Web team", "nl": "Webteam"}
_SALON_TEAM = {"en": "Salon team", "nl": "Salonteam"}
_CUSTOMER_CARE = {"en": "Customer care", "nl": "Klantenservice"}

_INTERVIEWS = "6 interviews, May 2026"
_ANALYTICS = "web analytics, January to May 2026"

_SANNE = Persona(
    "sanne",
    "Sanne",
    segment="34, Maastricht",
    quote={
        "en": "My curls are always frizzy. I want someone who really understands them.",
        "nl": "Mijn krullen zijn altijd pluizig. Ik wil iemand die ze echt begrijpt.",
    },
    position="Prospect",
    description={
        "en": "Project manager with a partner and one child; on Instagram every day.",
        "nl": "Projectmanager met een partner en één kind; elke dag op Instagram.",
    },
    goals=[
        {
            "en": "Curls I can handle myself in ten minutes",
            "nl": "Krullen die ik zelf in tien minuten goed krijg",
        },
        {
            "en": "A stylist who listens before cutting",
            "nl": "Een kapper die eerst luistert en dan pas knipt",
        },
        {"en": "A fair price, known up front", "nl": "Een eerlijke prijs, vooraf bekend"},
    ],
    pains=[
        {
            "en": "Bad cuts by salons that “do curls too”",
            "nl": "Mislukte coupes van kappers die krullen “er ook bij doen”",
        },
        {"en": "Contradictory advice online", "nl": "Tegenstrijdig advies op internet"},
        {
            "en": "Booking forms that ask everything",
            "nl": "Afspraakformulieren die alles willen weten",
        },
    ],
    needs=[
        {
            "en": "Before/after photos of hair like hers",
            "nl": "Voor- en nafoto's van haar zoals dat van haar",
        },
        {
            "en": "Booking in the evening, by phone",
            "nl": "'s Avonds een afspraak kunnen maken, op de telefoon",
        },
    ],
    questions=[
        {
            "en": "How do I know that they understand curls?",
            "nl": "Waaraan zie ik dat ze verstand van krullen hebben?",
        },
        {"en": "What will it cost me?", "nl": "Wat gaat het me kosten?"},
    ],
    channels=["instagram", "search_engine", "word_of_mouth", "email"],
    channel_shares={
        "instagram": 0.9,
        "search_engine": 0.7,
        "word_of_mouth": 0.6,
        "email": 0.35,
    },
    traits=[
        Trait(
            {"en": "Plans ahead", "nl": "Plant vooruit"},
            {"en": "Spontaneous", "nl": "Spontaan"},
            0.25,
        ),
        Trait(
            {"en": "Price first", "nl": "Prijs voorop"},
            {"en": "Quality first", "nl": "Kwaliteit voorop"},
            0.8,
        ),
        Trait("Online", {"en": "In person", "nl": "Persoonlijk"}, 0.45),
    ],
    evidence="qualitative",
    sources=[_INTERVIEWS],
)

_CHANNELS = (
    Channel("online_booking", {"en": "Online booking", "nl": "Online afspraken"}),
    Channel("salon", {"en": "Hair salon", "nl": "Kapsalon"}, realm="offline", media="owned"),
    Channel(
        "conversation",
        {"en": "Conversation", "nl": "Gesprek"},
        realm="offline",
        media="owned",
    ),
)

_TOUCHPOINTS = (
    Touchpoint(
        "shop_window",
        {"en": "Shop window", "nl": "Etalage"},
        phase="bewustwording",
        channel="shop_window",
        emotion=0.3,
        importance=2,
        owner=_SALON_TEAM,
        evidence="qualitative",
    ),
    Touchpoint(
        "instagram_post",
        {"en": "Instagram post", "nl": "Instagram-bericht"},
        phase="bewustwording",
        channel="instagram",
        emotion=0.7,
        importance=4,
        owner=_MARKETING,
        evidence="triangulated",
    ),
    Touchpoint(
        "radio_advert",
        {"en": "Radio advert", "nl": "Radioreclame"},
        phase="bewustwording",
        channel="radio",
        owner=_MARKETING,
    ),
    Touchpoint(
        "friends_tip",
        {"en": "Friend's tip", "nl": "Tip van vriendin"},
        phase="bewustwording",
        channel="word_of_mouth",
        emotion=0.9,
        importance=5,
        evidence="qualitative",
    ),
    Touchpoint(
        "google_search",
        {"en": "Google search", "nl": "Zoeken op Google"},
        phase="overweging",
        channel="search_engine",
        emotion=-0.3,
        importance=4,
        moment_of_truth="zmot",
        owner=_MARKETING,
        evidence="quantitative",
    ),
    Touchpoint(
        "facebook_advert",
        {"en": "Facebook advert", "nl": "Facebook-advertentie"},
        phase="overweging",
        channel="facebook",
        owner=_MARKETING,
    ),
    Touchpoint(
        "salon_website",
        {"en": "Salon website", "nl": "Website van de salon"},
        phase="overweging",
        channel="website",
        emotion=-1.1,
        importance=5,
        owner=_WEB_TEAM,
        evidence="triangulated",
    ),
    Touchpoint(
        "newspaper_article",
        {"en": "Newspaper article", "nl": "Krantenartikel"},
        phase="overweging",
        channel="newspaper",
        owner=_MARKETING,
    ),
    Touchpoint(
        "booking_page",
        {"en": "Booking page", "nl": "Afsprakenpagina"},
        phase="beslissing",
        channel="online_booking",
        emotion=-1.7,
        importance=5,
        moment_of_truth="fmot",
        owner=_WEB_TEAM,
        evidence="triangulated",
    ),
    Touchpoint(
        "phone_call",
        {"en": "Phone call", "nl": "Telefoongesprek"},
        phase="beslissing",
        channel="telephone",
        emotion=-0.5,
        importance=3,
        owner=_SALON_TEAM,
        evidence="anecdotal",
    ),
    Touchpoint(
        "confirmation_email",
        {"en": "Confirmation e-mail", "nl": "Bevestigingsmail"},
        phase="beslissing",
        channel="email",
        emotion=0.5,
        importance=2,
        owner=_WEB_TEAM,
        evidence="assumption",
    ),
    Touchpoint(
        "salon_visit",
        {"en": "Salon visit", "nl": "Bezoek aan de salon"},
        phase="actie",
        channel="salon",
        emotion=1,
        importance=5,
        owner=_SALON_TEAM,
        evidence="qualitative",
    ),
    Touchpoint(
        "stylist_talk",
        {"en": "Talk with stylist", "nl": "Gesprek met de kapper"},
        phase="actie",
        channel="conversation",
        emotion=2,
        importance=5,
        moment_of_truth="smot",
        owner=_SALON_TEAM,
        evidence="qualitative",
    ),
    Touchpoint(
        "care_leaflet",
        {"en": "Care leaflet", "nl": "Verzorgingsfolder"},
        phase="actie",
        channel="leaflet",
        owner=_SALON_TEAM,
    ),
    Touchpoint(
        "review_request",
        {"en": "Review request", "nl": "Verzoek om een review"},
        phase="evaluatie",
        channel="review_site",
        emotion=1.5,
        importance=3,
        moment_of_truth="tmot",
        owner=_CUSTOMER_CARE,
        evidence="quantitative",
    ),
    Touchpoint(
        "loyalty_offer",
        {"en": "Loyalty offer by app", "nl": "Spaaraanbieding in de app"},
        phase="evaluatie",
        channel="app",
        emotion=1,
        importance=3,
        owner=_MARKETING,
        evidence="assumption",
    ),
)

# What Sanne uses; the rest is there as well, but she passes it by.
_ROUTE = (
    "shop_window",
    "instagram_post",
    "friends_tip",
    "google_search",
    "salon_website",
    "booking_page",
    "phone_call",
    "confirmation_email",
    "salon_visit",
    "stylist_talk",
    "review_request",
    "loyalty_offer",
)

_TRANSITIONS = (
    Transition(START, "bewustwording", 1, count=1000),
    Transition("bewustwording", "overweging", 0.62),
    Transition(
        "bewustwording",
        "beslissing",
        0.08,
        reason={
            "en": "A friend's tip is enough to book at once",
            "nl": "De tip van een vriendin is genoeg om meteen te boeken",
        },
    ),
    Transition(
        "bewustwording",
        DROP_OFF,
        0.3,
        reason={"en": "Learns to live with the frizz", "nl": "Legt zich bij het pluis neer"},
    ),
    Transition("overweging", "beslissing", 0.48),
    Transition(
        "overweging",
        "actie",
        0.05,
        reason={
            "en": "Walks in without an appointment",
            "nl": "Loopt zonder afspraak binnen",
        },
    ),
    Transition(
        "overweging",
        "bewustwording",
        0.17,
        reason={
            "en": "Doubts again what her hair needs",
            "nl": "Twijfelt weer wat haar haar nodig heeft",
        },
    ),
    Transition(
        "overweging",
        DROP_OFF,
        0.3,
        reason={
            "en": "Cannot tell whether the salon knows curls",
            "nl": "Kan niet zien of de salon verstand van krullen heeft",
        },
    ),
    Transition("beslissing", "actie", 0.71),
    Transition(
        "beslissing",
        "overweging",
        0.12,
        reason={
            "en": "Finds no price and looks on",
            "nl": "Vindt geen prijs en zoekt verder",
        },
    ),
    Transition(
        "beslissing",
        DROP_OFF,
        0.17,
        reason={
            "en": "Gives up at the booking form",
            "nl": "Haakt af bij het afspraakformulier",
        },
    ),
    Transition("actie", "evaluatie", 0.9),
    Transition(
        "actie",
        DROP_OFF,
        0.1,
        reason={
            "en": "Does not turn up, or leaves disappointed",
            "nl": "Komt niet opdagen of gaat teleurgesteld weg",
        },
    ),
    Transition(
        "evaluatie",
        "actie",
        0.46,
        kind="repeat",
        reason={"en": "Books her next cut", "nl": "Boekt haar volgende knipbeurt"},
    ),
    Transition("evaluatie", CONVERSION, 0.35, label={"en": "Loyal", "nl": "Loyaal"}),
    Transition(
        "evaluatie",
        DROP_OFF,
        0.19,
        reason={
            "en": "Tries another salon next time",
            "nl": "Probeert de volgende keer een andere kapper",
        },
    ),
)

_NOTES = (
    Note("duration", "bewustwording", {"en": "1–4 weeks", "nl": "1–4 weken"}),
    Note("duration", "overweging", {"en": "3–10 days", "nl": "3–10 dagen"}),
    Note("duration", "beslissing", {"en": "1 day", "nl": "1 dag"}),
    Note("duration", "actie", {"en": "3 hours", "nl": "3 uur"}),
    Note("duration", "evaluatie", {"en": "2 weeks", "nl": "2 weken"}),
    # --- what she wants
    Note(
        "customer_goal",
        "bewustwording",
        {
            "en": "Understand why my curls stay frizzy",
            "nl": "Begrijpen waarom mijn krullen pluizig blijven",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "customer_goal",
        "overweging",
        {
            "en": "Find salons near me that know curls",
            "nl": "Kappers in de buurt vinden die verstand van krullen hebben",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "customer_goal",
        "beslissing",
        {
            "en": "Pick one salon and book with confidence",
            "nl": "Een salon kiezen en met vertrouwen boeken",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "customer_goal",
        "actie",
        {
            "en": "Leave with curls I can handle myself",
            "nl": "Weggaan met krullen die ik zelf goed krijg",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "customer_goal",
        "evaluatie",
        {
            "en": "Know whether it was worth the money",
            "nl": "Weten of het zijn geld waard was",
        },
        evidence="assumption",
    ),
    # --- what she does
    Note(
        "actions",
        "bewustwording",
        {"en": "Walks past the shop window", "nl": "Loopt langs de etalage"},
        touchpoint="shop_window",
    ),
    Note(
        "actions",
        "bewustwording",
        {
            "en": "Sees a curl post on Instagram",
            "nl": "Ziet een bericht over krullen op Instagram",
        },
        touchpoint="instagram_post",
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "actions",
        "bewustwording",
        {"en": "Asks a friend for a tip", "nl": "Vraagt een vriendin om een tip"},
        touchpoint="friends_tip",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "actions",
        "overweging",
        {"en": "Searches on Google", "nl": "Zoekt op Google"},
        touchpoint="google_search",
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "actions",
        "overweging",
        {"en": "Compares three salon websites", "nl": "Vergelijkt de websites van drie salons"},
        touchpoint="salon_website",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note("actions", "overweging", {"en": "Reads reviews", "nl": "Leest reviews"}),
    Note(
        "actions",
        "beslissing",
        {
            "en": "Checks prices and free slots",
            "nl": "Bekijkt prijzen en vrije tijden",
        },
        touchpoint="booking_page",
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "actions",
        "beslissing",
        {"en": "Books online", "nl": "Maakt online een afspraak"},
        touchpoint="booking_page",
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "actions",
        "beslissing",
        {"en": "Gets a confirmation e-mail", "nl": "Krijgt een bevestigingsmail"},
        touchpoint="confirmation_email",
    ),
    Note(
        "actions",
        "actie",
        {"en": "Visits the salon", "nl": "Gaat naar de salon"},
        touchpoint="salon_visit",
    ),
    Note(
        "actions",
        "actie",
        {"en": "Talks with the stylist", "nl": "Praat met de kapper"},
        touchpoint="stylist_talk",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "actions",
        "actie",
        {"en": "Learns a care routine", "nl": "Leert haar krullen verzorgen"},
        touchpoint="stylist_talk",
    ),
    Note(
        "actions",
        "evaluatie",
        {
            "en": "Looks at the result after washing",
            "nl": "Bekijkt het resultaat na het wassen",
        },
    ),
    Note(
        "actions",
        "evaluatie",
        {"en": "Answers the review request", "nl": "Schrijft een review"},
        touchpoint="review_request",
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "actions",
        "evaluatie",
        {"en": "Books again or drops out", "nl": "Boekt opnieuw of haakt af"},
    ),
    # --- what she thinks
    Note(
        "thoughts",
        "bewustwording",
        {
            "en": "Is there someone who gets curls?",
            "nl": "Is er iemand die krullen snapt?",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "thoughts",
        "overweging",
        {
            "en": "They all say they do curls. How can I tell?",
            "nl": "Ze zeggen allemaal dat ze krullen doen. Hoe weet ik of het klopt?",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "thoughts",
        "beslissing",
        {
            "en": "What will it cost, and is my slot really booked?",
            "nl": "Wat gaat het kosten, en staat mijn afspraak nu echt vast?",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "thoughts",
        "actie",
        {
            "en": "Finally somebody listens to my hair!",
            "nl": "Eindelijk iemand die naar mijn haar luistert!",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "thoughts",
        "evaluatie",
        {
            "en": "It still looks good after three washes.",
            "nl": "Na drie keer wassen zit het nog steeds goed.",
        },
        evidence="anecdotal",
    ),
    # --- how she feels, in one word a phase
    Note(
        "emotions",
        "bewustwording",
        {"en": "Curious", "nl": "Nieuwsgierig"},
        touchpoint="friends_tip",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "emotions",
        "overweging",
        {"en": "Doubtful", "nl": "Twijfelend"},
        touchpoint="salon_website",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "emotions",
        "beslissing",
        {"en": "Unsure", "nl": "Onzeker"},
        touchpoint="booking_page",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "emotions",
        "actie",
        {"en": "Delighted", "nl": "Enthousiast"},
        touchpoint="stylist_talk",
        evidence="qualitative",
        source=_INTERVIEWS,
    ),
    Note(
        "emotions",
        "evaluatie",
        {"en": "Satisfied", "nl": "Tevreden"},
        touchpoint="review_request",
        evidence="quantitative",
        source="survey among 85 clients, April 2026",
    ),
    # --- what hinders her
    Note(
        "pain_points",
        "bewustwording",
        {
            "en": "Frizz advice online is contradictory",
            "nl": "Advies over pluizig haar op internet spreekt elkaar tegen",
        },
        evidence="qualitative",
        source=_INTERVIEWS,
        scores={"severity": 2, "frequency": 4},
    ),
    Note(
        "pain_points",
        "overweging",
        {
            "en": "Curl expertise is hard to recognise",
            "nl": "Kennis van krullen is moeilijk te herkennen",
        },
        touchpoint="salon_website",
        evidence="triangulated",
        source=f"{_INTERVIEWS}; {_ANALYTICS}",
        scores={"severity": 4, "frequency": 4},
    ),
    Note(
        "pain_points",
        "overweging",
        {
            "en": "No photos of hair like mine",
            "nl": "Geen foto's van haar zoals het mijne",
        },
        touchpoint="salon_website",
        evidence="qualitative",
        source=_INTERVIEWS,
        scores={"severity": 3, "frequency": 3},
    ),
    Note(
        "pain_points",
        "beslissing",
        {"en": "No prices on the website", "nl": "Geen prijzen op de website"},
        touchpoint="booking_page",
        evidence="triangulated",
        source=f"{_INTERVIEWS}; {_ANALYTICS}",
        scores={"severity": 4, "frequency": 5},
    ),
    Note(
        "pain_points",
        "beslissing",
        {
            "en": "Booking form asks 14 questions",
            "nl": "Afspraakformulier stelt 14 vragen",
        },
        touchpoint="booking_page",
        evidence="quantitative",
        source=_ANALYTICS,
        scores={"severity": 5, "frequency": 4},
    ),
    Note(
        "pain_points",
        "actie",
        {"en": "Parking near the salon", "nl": "Parkeren bij de salon"},
        touchpoint="salon_visit",
        evidence="anecdotal",
        scores={"severity": 2, "frequency": 2},
    ),
    Note(
        "pain_points",
        "evaluatie",
        {
            "en": "Satisfaction survey arrives too late",
            "nl": "Klanttevredenheidsonderzoek komt te laat",
        },
        touchpoint="review_request",
        evidence="assumption",
        scores={"severity": 2, "frequency": 3},
    ),
    # --- what could be better
    Note(
        "opportunities",
        "bewustwording",
        {
            "en": "Share before/after stories per curl type",
            "nl": "Voor-en-naverhalen delen per krultype",
        },
        touchpoint="instagram_post",
        evidence="assumption",
        scores={"impact": 3, "effort": 2},
    ),
    Note(
        "opportunities",
        "overweging",
        {
            "en": "Curl-expert badge and gallery by curl type",
            "nl": "Keurmerk voor krullen en foto's per krultype",
        },
        touchpoint="salon_website",
        evidence="qualitative",
        source=_INTERVIEWS,
        scores={"impact": 4, "effort": 3},
    ),
    Note(
        "opportunities",
        "beslissing",
        {
            "en": "Price indication up front; book in three steps",
            "nl": "Vooraf een prijsindicatie; boeken in drie stappen",
        },
        touchpoint="booking_page",
        evidence="quantitative",
        source=_ANALYTICS,
        scores={"impact": 5, "effort": 2},
    ),
    Note(
        "opportunities",
        "actie",
        {
            "en": "Send parking and prep tips a day ahead",
            "nl": "Een dag vooraf tips sturen over parkeren en voorbereiding",
        },
        touchpoint="confirmation_email",
        evidence="assumption",
        scores={"impact": 2, "effort": 1},
    ),
    Note(
        "opportunities",
        "evaluatie",
        {
            "en": "Ask for feedback within 48 hours",
            "nl": "Binnen 48 uur om feedback vragen",
        },
        touchpoint="review_request",
        evidence="assumption",
        scores={"impact": 3, "effort": 1},
    ),
    # --- what is measured
    Note(
        "kpi",
        "bewustwording",
        {"en": "Reach 12 400 / mo", "nl": "Bereik 12 400 / mnd"},
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "kpi",
        "overweging",
        {"en": "CTR 3.1 %", "nl": "CTR 3,1 %"},
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note(
        "kpi",
        "beslissing",
        {"en": "Conversion 41 %", "nl": "Conversie 41 %"},
        evidence="quantitative",
        source=_ANALYTICS,
    ),
    Note("kpi", "actie", "No-show 6 %", evidence="quantitative", source="appointment book, 2026"),
    Note(
        "kpi",
        "evaluatie",
        {"en": "NPS 62 · repeat 48 %", "nl": "NPS 62 · herhaling 48 %"},
        evidence="quantitative",
        source="survey among 85 clients, April 2026",
    ),
    # --- who sees to it
    Note("owner", "bewustwording", _MARKETING),
    Note("owner", "overweging", _MARKETING),
    Note("owner", "beslissing", _WEB_TEAM),
    Note("owner", "actie", _SALON_TEAM),
    Note("owner", "evaluatie", _CUSTOMER_CARE),
)

_GOALS = (
    Goal(
        "easier_booking",
        {"en": "Booking without giving up", "nl": "Boeken zonder af te haken"},
        touchpoint="booking_page",
        metric={
            "en": "Share of visitors to the booking page who book",
            "nl": "Aandeel bezoekers van de afsprakenpagina dat boekt",
        },
        unit="%",
        baseline=41,
        target=58,
        owner=_WEB_TEAM,
        start=date(2026, 6, 1),
        due=date(2026, 12, 31),
    ),
    Goal(
        "fewer_no_shows",
        {"en": "Fewer empty chairs", "nl": "Minder lege stoelen"},
        phase="actie",
        metric={
            "en": "Share of clients who do not turn up",
            "nl": "Aandeel klanten dat niet komt opdagen",
        },
        unit="%",
        baseline=6,
        target=3,
        owner=_SALON_TEAM,
        start=date(2026, 6, 1),
        due=date(2026, 9, 30),
    ),
    Goal(
        "more_recommendations",
        {"en": "Clients who recommend us", "nl": "Klanten die ons aanbevelen"},
        phase="evaluatie",
        metric="NPS",
        baseline=62,
        target=71,
        owner=_CUSTOMER_CARE,
        start=date(2026, 6, 1),
        due=date(2027, 5, 31),
    ),
)

SALON: Final = Journey(
    "curly_hair_salon",
    {"en": "Finding a curly-hair salon", "nl": "Op zoek naar een krullenkapper"},
    description={
        "en": "How Sanne finds a salon that knows curls, and whether she comes back.",
        "nl": "Hoe Sanne een salon vindt die verstand heeft van krullen, en of ze terugkomt.",
    },
    model=FIVE_PHASE_SALON.with_lanes(
        pick(
            "duration",
            "customer_goal",
            "actions",
            "thoughts",
            "emotions",
            "touchpoints",
            "pain_points",
            "opportunities",
            "kpi",
            "owner",
        )
    ),
    persona=_SANNE,
    touchpoints=_TOUCHPOINTS,
    transitions=_TRANSITIONS,
    route=_ROUTE,
    notes=_NOTES,
    goals=_GOALS,
    channels=_CHANNELS,
    starts_with=FIVE_PHASE_SALON.starts_with,
    ends_with=FIVE_PHASE_SALON.ends_with,
)
"""An example with everything in it: touchpoints, route, notes, persona, goals, weights."""
