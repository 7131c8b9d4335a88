"""Make a journey model of one's own, check it, and use it for a journey.

Run it in an empty folder: it writes the model, a journey in it, and a picture of each.
"""

import journeykit as jk
from journeykit import Journey, JourneyModel, Lane, Note, Phase, Touchpoint, Transition, testing

clinic = JourneyModel(
    "clinic",
    {"en": "Clinic visit", "nl": "Polibezoek"},
    phases=[
        Phase("referral", {"en": "Referral", "nl": "Verwijzing"}, stage="awareness"),
        Phase("visit", {"en": "Visit", "nl": "Bezoek"}, stage="service"),
        Phase("aftercare", {"en": "Aftercare", "nl": "Nazorg"}, stage="loyalty"),
    ],
    lanes=[
        Lane("steps", {"en": "What happens", "nl": "Wat er gebeurt"}, kind="steps"),
        Lane("feelings", {"en": "Feelings", "nl": "Gevoel"}, kind="emotion"),
        Lane(
            "contact",
            {"en": "Contact", "nl": "Contact"},
            kind="touchpoints",
            line={"en": "Line of visibility", "nl": "Zichtlijn"},
        ),
        Lane("staff", {"en": "Staff", "nl": "Medewerkers"}, kind="owners"),
    ],
    transitions=[
        *jk.sequence("referral", "visit", "aftercare"),
        Transition(
            "aftercare",
            "visit",
            kind="repeat",
            reason={"en": "The complaint is not over", "nl": "De klacht is niet over"},
        ),
    ],
)
testing.check_model(clinic)
print(f"{clinic.label} holds together: {', '.join(phase.key for phase in clinic.phases)}")

visit = Journey(
    "knee",
    {"en": "A knee that hurts", "nl": "Een knie die pijn doet"},
    model=clinic,
    touchpoints=[
        Touchpoint(
            "letter",
            {"en": "Referral letter", "nl": "Verwijsbrief"},
            phase="referral",
            channel="direct_mail",
            emotion=-0.5,
        ),
        Touchpoint(
            "desk", {"en": "Desk", "nl": "Balie"}, phase="visit", channel="reception", emotion=-1
        ),
        Touchpoint(
            "portal",
            {"en": "Patient portal", "nl": "Patiëntenportaal"},
            phase="aftercare",
            channel="website",
            emotion=1.2,
        ),
    ],
    notes=[
        Note("steps", "visit", {"en": "X-ray", "nl": "Röntgenfoto"}),
        Note("steps", "visit", {"en": "Talk with the doctor", "nl": "Gesprek met de arts"}),
        Note("staff", "visit", {"en": "Orthopaedics", "nl": "Orthopedie"}),
    ],
)

jk.save(clinic, "clinic.toml")
jk.save(visit, "knee.yaml")
print(jk.draw(clinic, "phases", lang="nl").save("clinic-nl.svg"))
print(jk.draw(visit).save("knee.svg"))
