"""Draw the journey to a curly-hair salon in English and Dutch, and keep it as a file.

Run it in an empty folder: it writes ``salon.toml`` and a picture for each view, language and
theme.
"""

import journeykit as jk
from journeykit.presets import SALON

print(f"{SALON.label}: {len(SALON.touchpoints)} touchpoints, {len(SALON.notes)} notes")

jk.save(SALON, "salon.toml")
print("read back the same:", jk.load("salon.toml") == SALON)

for view in ("map", "phases", "touchpoints"):
    for lang in ("en", "nl"):
        for theme in ("light", "dark"):
            picture = jk.draw(SALON, view, lang=lang, theme=theme)
            print(picture.save(f"salon-{view}-{lang}-{theme}.svg"))

print(jk.draw(SALON, lang="nl").alt)
