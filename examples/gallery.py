"""Draw every view, of small journeys and of large ones, in both languages and themes.

Run it in an empty folder: it writes all pictures into the folder ``gallery``.
"""

from collections.abc import Iterator
from pathlib import Path

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, JourneyModel, Touchpoint, Transition
from journeykit import presets as models
from journeykit.drawing import icons, parts
from journeykit.drawing.options import Options
from journeykit.drawing.scene import Card, Scene, Shape
from journeykit.drawing.views import View
from journeykit.presets import SALON

# --- the salon, later ---------------------------------------------------------------------

BETTER = {
    "instagram_post": ({"en": "Before and after, per curl type", "nl": "Voor en na, per krul"}, 1),
    "salon_website": ({"en": "Website with prices", "nl": "Website met prijzen"}, 0.5),
    "booking_page": ({"en": "Book in three steps", "nl": "In drie stappen geboekt"}, 1),
    "review_request": ({"en": "Review request in two days", "nl": "Na twee dagen om mening"}, 1.6),
}
LATER = SALON.evolve(
    state="future",
    touchpoints=[
        *(
            spot.evolve(label=BETTER[spot.key][0], emotion=BETTER[spot.key][1])
            if spot.key in BETTER
            else spot
            for spot in SALON.touchpoints
            if spot.key not in ("phone_call", "newspaper_article")
        ),
        Touchpoint(
            "badge",
            {"en": "Curl-expert badge", "nl": "Keurmerk voor krullen"},
            phase="overweging",
            channel="website",
            emotion=0.6,
        ),
        Touchpoint(
            "tips",
            {"en": "Parking and prep tips", "nl": "Tips over parkeren en voorbereiding"},
            phase="actie",
            channel="email",
            emotion=1,
        ),
    ],
    route=[key for key in SALON.route if key != "phone_call"],
)

# --- what customers were counted to do ----------------------------------------------------

COUNTS = {
    START: {"instagram_post": 412, "friends_tip": 233, "shop_window": 180, "google_search": 175},
    "instagram_post": {"google_search": 240, "salon_website": 110, DROP_OFF: 62},
    "friends_tip": {"google_search": 120, "phone_call": 48, DROP_OFF: 65},
    "shop_window": {"google_search": 96, "salon_visit": 22, DROP_OFF: 62},
    "google_search": {"salon_website": 520, "reviews": 90, DROP_OFF: 95},
    "salon_website": {"prices": 398, "reviews": 180, "phone_call": 94, DROP_OFF: 80},
    "prices": {"booking_page": 260, "google_search": 74, DROP_OFF: 110},
    "reviews": {"salon_website": 122, "booking_page": 108, DROP_OFF: 40},
    "phone_call": {"salon_visit": 88, DROP_OFF: 54},
    "booking_page": {"confirmation_email": 305, "prices": 46, DROP_OFF: 113},
    "confirmation_email": {"salon_visit": 242, DROP_OFF: 63},
    "salon_visit": {"review_request": 297, DROP_OFF: 55},
    "review_request": {CONVERSION: 120, "booking_page": 96, DROP_OFF: 81},
}
SEEN = Journey(
    "seen",
    {"en": "What customers really did", "nl": "Wat klanten werkelijk deden"},
    touchpoints=[
        *(spot.evolve(phase=None) for spot in SALON.touchpoints if spot.key in COUNTS),
        Touchpoint("prices", {"en": "Price list", "nl": "Prijslijst"}, channel="website"),
        Touchpoint("reviews", {"en": "Reviews", "nl": "Beoordelingen"}, channel="review_site"),
    ],
    channels=SALON.channels,
    transitions=[
        Transition(
            source,
            target,
            count,
            count=count,
            kind="repeat" if (source, target) == ("review_request", "booking_page") else None,
            label={"en": "Loyal", "nl": "Loyaal"} if target == CONVERSION else None,
        )
        for source, row in COUNTS.items()
        for target, count in row.items()
    ],
)
FUNNEL = {
    START: {"bewustwording": 1000},
    "bewustwording": {"overweging": 620, "beslissing": 80, DROP_OFF: 300},
    "overweging": {"beslissing": 350, "actie": 40, DROP_OFF: 230},
    "beslissing": {"actie": 300, DROP_OFF: 130},
    "actie": {"evaluatie": 308, DROP_OFF: 32},
    "evaluatie": {CONVERSION: 138, DROP_OFF: 170},
}
LEAVING = Journey(
    "leaving",
    {"en": "Where customers leave the journey", "nl": "Waar klanten de reis verlaten"},
    model=SALON.model,
    transitions=[
        Transition(source, target, count, count=count)
        for source, row in FUNNEL.items()
        for target, count in row.items()
    ],
)

# --- journeys too large for one row -------------------------------------------------------

PHASES = (
    ("Awareness", "Bewustwording"),
    ("Trigger", "Aanleiding"),
    ("Orientation", "Oriëntatie"),
    ("Search", "Zoeken"),
    ("Consideration", "Overweging"),
    ("Comparison", "Vergelijking"),
    ("Shortlist", "Voorkeurslijst"),
    ("Trial", "Proef"),
    ("Decision", "Beslissing"),
    ("Purchase", "Aankoop"),
    ("Delivery", "Levering"),
    ("Onboarding", "Kennismaking"),
    ("First use", "Eerste gebruik"),
    ("Regular use", "Dagelijks gebruik"),
    ("Support", "Ondersteuning"),
    ("Evaluation", "Evaluatie"),
    ("Loyalty", "Loyaliteit"),
    ("Extension", "Uitbreiding"),
    ("Advocacy", "Aanbeveling"),
    ("Exit or renew", "Opzeggen of verlengen"),
)
PLACES = (
    ("Instagram post", "Instagram-bericht", "instagram"),
    ("Google search", "Zoeken op Google", "search_engine"),
    ("Shop window", "Etalage", "shop_window"),
    ("Confirmation e-mail", "Bevestiging per e-mail", "email"),
    ("Friend’s tip", "Tip van een vriendin", "word_of_mouth"),
    ("Website", "Website", "website"),
    ("Customer satisfaction survey", "Klanttevredenheidsonderzoek", "review_site"),
    ("Visit", "Bezoek", "reception"),
    ("Phone call", "Telefoongesprek", "telephone"),
    ("Reminder by app", "Afspraakbevestiging per app", "app"),
    ("Leaflet", "Folder", "leaflet"),
)
FEELINGS = (1, -0.5, 0.4, -1.5, None, 2, -1, 0)


def large(per_phase: int) -> Journey:
    """Return a journey of twenty phases, with as many touchpoints in each as asked."""
    model = JourneyModel(
        "twenty",
        {"en": "Twenty phases", "nl": "Twintig fasen"},
        phases=[
            jk.Phase(f"phase_{number}", {"en": english, "nl": dutch})
            for number, (english, dutch) in enumerate(PHASES)
        ],
    )
    spots = []
    for number in range(per_phase * len(PHASES)):
        english, dutch, channel = PLACES[number * 7 % len(PLACES)]
        spots.append(
            Touchpoint(
                f"spot_{number}",
                {"en": english, "nl": dutch},
                phase=f"phase_{number // per_phase}",
                channel=channel,
                emotion=FEELINGS[number * 5 % len(FEELINGS)],
            )
        )
    count = len(spots)
    return Journey(
        "large",
        {
            "en": f"Twenty phases, {count} touchpoints",
            "nl": f"Twintig fasen, {count} contactmomenten",
        },
        model=model,
        touchpoints=spots,
        route=[spot.key for number, spot in enumerate(spots, 1) if number % 5],
    )


# --- a view of one's own ------------------------------------------------------------------


def all_icons(_subject: object, options: Options) -> Scene:
    """Return all icons with their names."""
    colours, left = options.theme, parts.MARGIN
    width = 12 * 78 + 2 * left
    title = {"en": "Icons and faces", "nl": "Iconen en gezichten"}[options.lang]
    head = parts.title_block(title, x=left, y=left, width=width - 2 * left, colours=colours)
    names = icons.names()

    def cells() -> Iterator[Shape]:
        for number, name in enumerate(names):
            x, y = left + number % 12 * 78, head.bottom + 20 + number // 12 * 68
            label = parts.text(
                name,
                x + 39,
                y + 40,
                anchor="middle",
                colour=colours.muted,
                background=colours.paper,
            )
            sign = icons.icon(name, x + 23, y, 32, colours.accent, stroke=2)
            yield Card(x, y, 78, 60, items=[*sign, label], tooltip=name)

    return Scene(
        width,
        head.bottom + 20 + -(-len(names) // 12) * 68 + left - 8,
        background=colours.paper,
        title=title,
        description=", ".join(names),
        lang=options.lang,
        items=[*head.items, *cells()],
    )


# --- all of them --------------------------------------------------------------------------

PICTURES: dict[str, tuple[object, str | View]] = {
    "map": (SALON, "map"),
    "phases": (SALON, "phases"),
    "touchpoints": (SALON, "touchpoints"),
    "folded": (large(3), "touchpoints"),
    "density": (large(10), "touchpoints"),
    "ring": (SALON, "ring"),
    "network": (SEEN, "network"),
    "flow": (LEAVING, "flow"),
    "matrix": (models.BUYGRID, "matrix"),
    "persona": (SALON, "persona"),
    "comparison": (jk.compare(SALON, LATER), "comparison"),
    "crosswalk": (jk.crosswalk(models.AIDA, models.SEE_THINK_DO_CARE), "crosswalk"),
    "blueprint": (models.SERVICE_BLUEPRINT, "blueprint"),
    "flywheel": (models.HUBSPOT_FLYWHEEL, "ring"),
    "icons": (None, all_icons),
}


def main() -> None:
    """Write the pictures."""
    folder = Path("gallery")
    folder.mkdir(exist_ok=True)
    for name, (subject, view) in PICTURES.items():
        for lang in ("en", "nl"):
            for theme in ("light", "dark"):
                picture = jk.draw(subject, view, lang=lang, theme=theme)
                print(picture.save(folder / f"{name}-{lang}-{theme}.svg"))
    for lang in ("en", "nl"):
        print(jk.draw(SALON, lang=lang).save(folder / f"map-{lang}.html"))


if __name__ == "__main__":
    main()
