"""Draw every view in both languages and themes.

Run it in an empty folder: it writes all pictures into the folder ``gallery``.
"""

from pathlib import Path

import journeykit as jk
from journeykit import presets
from journeykit.presets import SALON

LATER = SALON.evolve(
    state="future",
    touchpoints=[
        spot.evolve(emotion=1) if spot.key == "booking_page" else spot for spot in SALON.touchpoints
    ],
)
PICTURES = {
    "map": SALON,
    "phases": SALON,
    "touchpoints": SALON,
    "ring": presets.HUBSPOT_FLYWHEEL,
    "matrix": presets.BUYGRID,
    "persona": SALON,
    "comparison": jk.compare(SALON, LATER),
    "crosswalk": jk.crosswalk(presets.AIDA, presets.SEE_THINK_DO_CARE),
    "blueprint": presets.SERVICE_BLUEPRINT,
}

folder = Path("gallery")
folder.mkdir(exist_ok=True)
for view, subject in PICTURES.items():
    for lang in ("en", "nl"):
        for theme in ("light", "dark"):
            picture = jk.draw(subject, view, lang=lang, theme=theme)
            print(picture.save(folder / f"{view}-{lang}-{theme}.svg"))
