"""Ask a web shop where customers leave, what earns the sale, how it feels, and what went unplanned.

Run it anywhere: it writes nothing but answers.
"""

from datetime import date

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Goal, Journey, Note, Touchpoint, Transition
from journeykit.analysis import (
    attribution,
    audit,
    deviations,
    drop_off,
    emotion,
    goals,
    markov,
    measures,
    raci,
    routes,
)
from journeykit.analysis.scales import Scale
from journeykit.presets import AIDA, RACI

stars = Scale(1, 5)
shop = Journey(
    "webshop",
    {"en": "Buying in the web shop", "nl": "Kopen in de webwinkel"},
    model=AIDA.with_lanes(RACI),
    touchpoints=[
        Touchpoint("ad", phase="attention", channel="social_media", importance=2),
        Touchpoint(
            "site",
            phase="interest",
            channel="website",
            emotion=stars.to_emotion(3.5),
            importance=4,
            moment_of_truth="zmot",
        ),
        Touchpoint(
            "basket",
            phase="desire",
            channel="webshop",
            emotion=stars.to_emotion(3),
            importance=3,
        ),
        Touchpoint(
            "pay",
            phase="action",
            channel="webshop",
            emotion=stars.to_emotion(2),
            importance=5,
            moment_of_truth="fmot",
            data={"audit": {"motivation_fit": "no", "need_fit": "partly", "transition": "yes"}},
        ),
    ],
    transitions=[
        Transition(START, "ad"),
        Transition("ad", "site", 0.4),
        Transition("ad", DROP_OFF, 0.6),
        Transition("site", "ad", 0.2),
        Transition("site", "basket", 0.5),
        Transition("site", DROP_OFF, 0.3),
        Transition("basket", "pay", 0.7),
        Transition("basket", DROP_OFF, 0.3),
        Transition("pay", CONVERSION),
    ],
    notes=[
        *(Note("R", phase.key, "Web team") for phase in AIDA.phases),
        *(Note("A", phase.key, "Marketing") for phase in AIDA.phases[:3]),
    ],
    goals=[
        Goal(
            "more_orders",
            phase="action",
            metric="Orders a day",
            baseline=80,
            target=120,
            due=date(2026, 12, 31),
        ),
    ],
)
walks = jk.simulate(shop, 1000, seed=7)
planned = shop.evolve(
    transitions=[*jk.sequence(START, "ad", "site", "basket", "pay", CONVERSION)],
)

for question, answer in {
    "How many come to the end?": markov.chain(shop),
    "Where do they leave?": drop_off.by_step(shop),
    "Which way are they likeliest to take?": routes.likeliest(shop, k=1)[0],
    "What earns the sale?": attribution.markov(walks),
    "What did not go as planned?": deviations.find(planned, walks),
    "How does it feel?": emotion.summary(shop),
    "What asks most for attention?": emotion.moments_of_truth(shop),
    "How does it come through the audit?": audit.score(shop),
    "What do the goals lack?": goals.gaps(shop),
    "Who answers for what?": raci.matrix(shop),
    "Would they recommend it?": measures.nps([10, 9, 9, 8, 7, 7, 6, 3]),
    "Are they satisfied?": measures.csat([5, 5, 4, 4, 3, 2]),
    "Was it easy?": measures.ces([7, 6, 6, 5, 2], version="2.0"),
}.items():
    print(f"{question}\n\n{answer}\n")
