"""Draw a service blueprint: a night in a hotel, and all that makes it possible.

Run it in an empty folder: it writes the blueprint in English and Dutch, light and dark, and an
empty one to start from.
"""

from datetime import timedelta

import journeykit as jk
from journeykit import Journey, JourneyModel, Lane, Note, Phase, Touchpoint, Transition
from journeykit.presets import SERVICE_BLUEPRINT

stay = JourneyModel(
    "hotel_stay",
    {"en": "Hotel stay", "nl": "Hotelverblijf"},
    phases=[
        Phase("book", {"en": "Book", "nl": "Boeken"}),
        Phase("travel", {"en": "Travel", "nl": "Reizen"}),
        Phase("arrive", {"en": "Arrive", "nl": "Aankomen"}),
        Phase("sleep", {"en": "Stay", "nl": "Verblijven"}),
        Phase("eat", {"en": "Have breakfast", "nl": "Ontbijten"}),
        Phase("leave", {"en": "Leave", "nl": "Vertrekken"}),
    ],
    lanes=[
        Lane("evidence", {"en": "Physical evidence", "nl": "Tastbare zaken"}),
        Lane(
            "guest",
            {"en": "Guest", "nl": "Gast"},
            kind="steps",
            line={"en": "Line of interaction", "nl": "Interactielijn"},
        ),
        Lane(
            "frontstage",
            {"en": "Staff in sight", "nl": "Medewerkers in beeld"},
            kind="steps",
            line={"en": "Line of visibility", "nl": "Zichtbaarheidslijn"},
        ),
        Lane(
            "backstage",
            {"en": "Staff out of sight", "nl": "Medewerkers uit beeld"},
            kind="steps",
            line={"en": "Line of internal interaction", "nl": "Interne interactielijn"},
        ),
        Lane(
            "support",
            {"en": "Systems and suppliers", "nl": "Systemen en leveranciers"},
            kind="steps",
        ),
        Lane("pains", {"en": "Pain points", "nl": "Pijnpunten"}, kind="pains"),
    ],
)


def step(key: str, phase: str, lane: str, english: str, dutch: str) -> Touchpoint:
    """Return a step in a lane: what the guest or the staff do."""
    return Touchpoint(key, {"en": english, "nl": dutch}, phase=phase, lane=lane)


night = Journey(
    "night",
    {"en": "A night in Hotel Linde", "nl": "Een nacht in Hotel Linde"},
    model=stay,
    description={
        "en": "What the guest does, what the staff do about it, and what makes that possible",
        "nl": "Wat de gast doet, wat medewerkers daarvoor doen en wat dat mogelijk maakt",
    },
    touchpoints=[
        step("pick", "book", "guest", "Picks a room online", "Kiest online een kamer"),
        step(
            "drive",
            "travel",
            "guest",
            "Finds the way, asks about parking",
            "Zoekt de weg, vraagt naar parkeren",
        ),
        step(
            "check_in", "arrive", "guest", "Checks in, gets a key", "Checkt in, krijgt een sleutel"
        ),
        step("rest", "sleep", "guest", "Sleeps; asks for a pillow", "Slaapt; vraagt om een kussen"),
        step("breakfast", "eat", "guest", "Eats at the buffet", "Eet van het buffet"),
        step("pay", "leave", "guest", "Pays and says goodbye", "Betaalt en neemt afscheid"),
        step("answer", "travel", "frontstage", "Answers by chat", "Geeft antwoord via chat"),
        step(
            "welcome",
            "arrive",
            "frontstage",
            "Welcomes, explains the house",
            "Heet welkom, legt het huis uit",
        ),
        step(
            "bring", "sleep", "frontstage", "Brings what is asked for", "Brengt wat gevraagd wordt"
        ),
        step(
            "refill",
            "eat",
            "frontstage",
            "Refills, clears the tables",
            "Vult aan, ruimt de tafels af",
        ),
        step("bill", "leave", "frontstage", "Explains the bill", "Legt de rekening uit"),
        step("assign", "book", "backstage", "Assigns a room", "Wijst een kamer toe"),
        step(
            "clean",
            "arrive",
            "backstage",
            "Cleans and checks the room",
            "Maakt de kamer schoon en controleert die",
        ),
        step("cook", "eat", "backstage", "Cooks eggs to order", "Bakt eieren naar wens"),
        step(
            "close",
            "leave",
            "backstage",
            "Closes the stay, reports defects",
            "Sluit het verblijf af, meldt gebreken",
        ),
        step("system", "book", "support", "Booking system", "Boekingssysteem"),
        step("roster", "arrive", "support", "Cleaning roster", "Schoonmaakrooster"),
    ],
    route=["pick", "drive", "check_in", "rest", "breakfast", "pay"],
    transitions=[
        *jk.sequence("pick", "drive"),
        Transition("drive", "check_in", median_wait=timedelta(minutes=20)),
        *jk.sequence("check_in", "rest", "breakfast", "pay"),
        *jk.sequence("drive", "answer", "drive"),
        *jk.sequence("check_in", "welcome", "check_in"),
        *jk.sequence("rest", "bring", "rest"),
        Transition("refill", "breakfast"),
        Transition("pay", "bill"),
        Transition("pick", "assign"),
        *jk.sequence("assign", "system", "assign"),
        Transition("system", "clean", reason={"en": "Who comes when", "nl": "Wie wanneer komt"}),
        *jk.sequence("clean", "roster", "clean"),
        Transition("clean", "welcome"),
        Transition("cook", "refill"),
        Transition("bill", "close"),
    ],
    notes=[
        Note(
            "evidence",
            "book",
            {"en": "Website, photos of rooms", "nl": "Website, foto's van kamers"},
        ),
        Note(
            "evidence",
            "travel",
            {"en": "Directions by e-mail", "nl": "Routebeschrijving per e-mail"},
        ),
        Note(
            "evidence",
            "arrive",
            {"en": "Façade, desk, key card", "nl": "Gevel, balie, sleutelkaart"},
        ),
        Note("evidence", "sleep", {"en": "Bed, bathroom, silence", "nl": "Bed, badkamer, stilte"}),
        Note(
            "evidence",
            "eat",
            {"en": "Buffet, name cards, tables", "nl": "Buffet, naamkaartjes, tafels"},
        ),
        Note("evidence", "leave", {"en": "Bill, receipt", "nl": "Rekening, bon"}),
        Note("support", "travel", {"en": "Chat system", "nl": "Chatsysteem"}, touchpoint="answer"),
        Note(
            "support",
            "sleep",
            {"en": "Linen supplier", "nl": "Linnenleverancier"},
            touchpoint="bring",
        ),
        Note(
            "support",
            "eat",
            {"en": "Bakery, every morning at five", "nl": "Bakker, elke ochtend om vijf uur"},
            touchpoint="cook",
        ),
        Note(
            "support",
            "leave",
            {"en": "Klanttevredenheidsonderzoek tool", "nl": "Klanttevredenheidsonderzoek"},
            touchpoint="close",
        ),
        Note("pains", "book", {"en": "14 fields", "nl": "14 velden"}, touchpoint="pick"),
        Note("pains", "leave", {"en": "Too late", "nl": "Te laat"}, touchpoint="close"),
    ],
)
if __name__ == "__main__":
    for lang in ("en", "nl"):
        for theme in ("light", "dark"):
            picture = jk.draw(night, "blueprint", lang=lang, theme=theme)
            print(picture.save(f"hotel-blueprint-{lang}-{theme}.svg"))
    print(jk.draw(SERVICE_BLUEPRINT, "blueprint").save("blueprint-empty.svg"))
    print(jk.draw(night, "blueprint").alt)
