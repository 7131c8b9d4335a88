"""Tell a journey in other journey models, and see what has no place there.

Run it in an empty folder: it writes the journey in a second model, and a picture of how the two
models belong together.
"""

import journeykit as jk
from journeykit.presets import AIDA, FIVE_PHASE_SALON, SALON, SEE_THINK_DO_CARE

for model in (SEE_THINK_DO_CARE, AIDA):
    told, left = jk.translate(SALON, model)
    print(f"{model.label}: {len(told.touchpoints)} touchpoints, {len(left)} things left out")
    for leftover in left[:3]:
        print(f"  {leftover}")

told, _ = jk.translate(SALON, SEE_THINK_DO_CARE)
jk.save(told, "salon-stdc.toml")
print(jk.draw(told, lang="nl").save("salon-stdc-nl.svg"))

walk = jk.crosswalk(FIVE_PHASE_SALON, SEE_THINK_DO_CARE)
print(walk)
print(jk.draw(walk, lang="nl").save("crosswalk-nl.svg"))
