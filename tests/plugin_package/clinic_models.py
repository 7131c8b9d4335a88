"""A journey model in a package of its own, as anybody may publish one."""

from journeykit import JourneyModel, Phase

CLINIC = JourneyModel(
    "clinic",
    {"en": "Clinic visit", "nl": "Polibezoek"},
    phases=[
        Phase("referral", {"en": "Referral", "nl": "Verwijzing"}, stage="awareness"),
        Phase("visit", {"en": "Visit", "nl": "Bezoek"}, stage="service"),
        Phase("aftercare", {"en": "Aftercare", "nl": "Nazorg"}, stage="loyalty"),
    ],
    aliases=["polikliniek"],
)
