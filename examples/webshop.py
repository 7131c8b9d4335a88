"""Model a web shop where customers skip, return and leave, and ask its graph some questions.

Run it in an empty folder: it writes two pictures of how customers move.
"""

import networkx as nx

import journeykit as jk
from journeykit import CONVERSION, DROP_OFF, START, Journey, Persona, Touchpoint, Transition
from journeykit.presets import AIDA

shop = Journey(
    "webshop",
    {"en": "Buying in the web shop", "nl": "Kopen in de webwinkel"},
    model=AIDA,
    persona=Persona("sanne", "Sanne", quote="Is this really the right size?"),
    touchpoints=[
        Touchpoint(
            "ad", {"en": "Advert", "nl": "Advertentie"}, phase="attention", channel="social_media"
        ),
        Touchpoint("site", "Website", phase="interest", channel="website", emotion=0.5),
        Touchpoint(
            "basket", {"en": "Basket", "nl": "Winkelmand"}, phase="desire", channel="webshop"
        ),
        Touchpoint(
            "pay",
            {"en": "Payment", "nl": "Betaling"},
            phase="action",
            channel="webshop",
            emotion=-1,
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
)

graph = jk.to_networkx(shop)
print("likely next after the website:")
for _, target, move in sorted(
    graph.out_edges("site", data=True), key=lambda edge: -edge[2]["probability"]
):
    print(f"  {target:<10} {move['probability']:.0%}")

print("shortest way to buy:", " → ".join(nx.shortest_path(graph, START, CONVERSION)))
print("ways round:", [" → ".join(loop) for loop in nx.simple_cycles(graph)])

print(jk.draw(shop, "phases").save("webshop-touchpoints.svg"))
print(jk.draw(jk.by_phase(shop), "phases", lang="nl").save("webshop-phases-nl.svg"))
