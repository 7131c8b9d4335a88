"""From a log of events to a journey, its pictures, and what was not planned."""

from datetime import timedelta

import polars as pl

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, Touchpoint, Transition
from journeykit.analysis import deviations, drop_off
from journeykit.presets import AIDA

planned = Journey(
    "planned",
    model=AIDA,
    touchpoints=[
        Touchpoint("advert", phase="attention"),
        Touchpoint("website", phase="interest"),
        Touchpoint("basket", phase="desire"),
        Touchpoint("payment", phase="action"),
    ],
    transitions=jk.sequence(START, "advert", "website", "basket", "payment", CONVERSION),
)

# Customers who might have been; read a log of your own in their place.
behaviour = planned.evolve(
    touchpoints=[*planned.touchpoints, Touchpoint("helpdesk", phase="desire")],
    transitions=[
        Transition(START, "advert", 0.7),
        Transition(START, "website", 0.3),
        Transition("advert", "website", 0.6),
        Transition("advert", DROP_OFF, 0.4),
        Transition("website", "basket", 0.5, median_wait=timedelta(minutes=12)),
        Transition("website", "advert", 0.1, median_wait=timedelta(days=2)),
        Transition("website", DROP_OFF, 0.4),
        Transition("basket", "payment", 0.6, median_wait=timedelta(minutes=3)),
        Transition("basket", "helpdesk", 0.2, median_wait=timedelta(minutes=20)),
        Transition("basket", DROP_OFF, 0.2),
        Transition("helpdesk", "basket", 0.5, median_wait=timedelta(hours=5)),
        Transition("helpdesk", DROP_OFF, 0.5),
        Transition("payment", CONVERSION, median_wait=timedelta(minutes=1)),
    ],
)
events = pl.DataFrame(jk.simulate_events(behaviour, 2000, seed=7, goal="purchase"))

observed = jk.fit(
    events.lazy(),
    case="case",
    touchpoint="touchpoint",
    time="time",
    goal="purchase",
    gap=timedelta(days=30),
    model=AIDA,
    phases={spot.key: spot.phase or "" for spot in behaviour.touchpoints},
    key="observed",
)
told = observed.data
print(f"{told['events']:,} events of {told['cases']:,} customers, {told['paths']:,} paths")
print(drop_off.by_phase(observed))

paths = jk.collect_paths(events, case="case", touchpoint="touchpoint", time="time", goal="purchase")
print(paths)
print(deviations.find(planned, paths))

print(jk.draw(observed, "network").save("observed-network.svg"))
print(jk.draw(observed, "flow").save("observed-flow.svg"))
print(jk.draw(jk.compare(planned, observed)).save("observed-compared.svg"))
