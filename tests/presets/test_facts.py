"""The facts of the models, written down a second time, so that a slip of the pen shows."""

import re

import pytest

from journeykit import JourneyModel, Stage, presets

STAGE_NAMES = [stage.value for stage in Stage]

# The phases of the core models in their order.
PHASES = {
    "five_phase_salon": "bewustwording overweging beslissing actie evaluatie",
    "stdc_five_part": "bewustwording overweging aankoop gebruik loyaliteit",
    "five_phase_brand_strategy": "informatie orientatie aankoop service advocaat",
    "five_phase_departments": "awareness consideration decision retention_service loyalty",
    "five_phase_service": "orientatie afweging aankoop service_en_gebruik loyaliteit",
    "aida": "attention interest desire action",
    "rean": "reach engage activate nurture",
    "see_think_do_care": "see think do care",
    "buyers_journey": "awareness consideration decision",
    "hubspot_flywheel": "attract engage delight",
    "flywheel_states": "strangers prospects customers promoters",
    "lifecycle_positions": "acquisitie binnenhalen behouden ambassadeur",
    "buygrid": (
        "problem_recognition general_need_description product_specification supplier_search "
        "proposal_solicitation supplier_selection order_routine_specification "
        "performance_review"
    ),
    "backbone": "awareness consideration purchase service loyalty",
}

# By stage: awareness, consideration, purchase, service, loyalty, none; and whether it is cyclic.
STAGES = {
    "five_phase_salon": (
        "bewustwording",
        "overweging, (beslissing)",
        "beslissing, (actie)",
        "actie, (evaluatie)",
        "evaluatie",
        "",
        False,
    ),
    "stdc_five_part": (
        "bewustwording",
        "overweging",
        "aankoop",
        "gebruik",
        "loyaliteit",
        "",
        False,
    ),
    "five_phase_brand_strategy": (
        "informatie",
        "orientatie",
        "aankoop",
        "service",
        "advocaat",
        "",
        False,
    ),
    "five_phase_departments": (
        "awareness",
        "consideration",
        "decision",
        "retention_service",
        "loyalty",
        "",
        False,
    ),
    "five_phase_service": (
        "orientatie",
        "afweging, (orientatie)",
        "aankoop",
        "service_en_gebruik",
        "loyaliteit",
        "",
        False,
    ),
    "buyers_journey": ("awareness", "consideration, (decision)", "decision", "", "", "", False),
    "lifecycle_positions": (
        "acquisitie",
        "(acquisitie), (binnenhalen)",
        "binnenhalen",
        "behouden",
        "ambassadeur",
        "",
        False,
    ),
    "aida": ("attention, (interest)", "interest, desire", "action", "", "", "", False),
    "aidas": (
        "attention, (interest)",
        "interest, desire",
        "action",
        "satisfaction",
        "(satisfaction)",
        "",
        False,
    ),
    "aidma": ("attention, (interest)", "interest, desire, memory", "action", "", "", "", False),
    "aisas": ("attention, (interest)", "interest, search", "action", "", "share", "", False),
    "dagmar": ("awareness", "comprehension, conviction", "action, (conviction)", "", "", "", False),
    "hierarchy_of_effects": (
        "awareness, (knowledge)",
        "knowledge, liking, preference, conviction",
        "purchase, (conviction)",
        "",
        "",
        "",
        False,
    ),
    "consumer_buying_process": (
        "need_recognition",
        "information_search, evaluation",
        "purchase_decision",
        "post_purchase",
        "(post_purchase)",
        "",
        False,
    ),
    "rean": ("reach", "engage", "activate", "nurture", "(nurture)", "", False),
    "see_think_do_care": ("see", "think, (do)", "do", "care", "(care)", "", False),
    "race": ("reach", "act", "convert", "(engage)", "engage", "plan", False),
    "aarrr": (
        "acquisition",
        "activation, (acquisition)",
        "revenue",
        "retention, (activation)",
        "referral",
        "",
        False,
    ),
    "kotler_5a": ("aware, (appeal)", "appeal, ask", "act", "(act)", "advocate", "", False),
    "rucker_4a": ("aware", "attitude", "act", "(act_again)", "act_again", "", False),
    "mckinsey_cdj": (
        "initial_consideration",
        "active_evaluation, (initial_consideration)",
        "closure",
        "postpurchase",
        "(postpurchase)",
        "",
        True,
    ),
    "forrester_clc_2010": ("discover", "explore", "buy", "(engage)", "engage", "", True),
    "forrester_clc_2014": ("discover", "explore", "buy", "use, ask", "engage", "", True),
    "customer_lifecycle": ("reach", "acquisition", "conversion", "retention", "loyalty", "", True),
    "moments_of_truth": ("stimulus", "zmot", "fmot", "smot, (tmot)", "tmot, umot", "", True),
    "marketing_hourglass": (
        "know, (like)",
        "like, trust, try",
        "buy, (try)",
        "repeat, (buy)",
        "refer, (repeat)",
        "",
        False,
    ),
    "five_e": ("entice", "(entice), (enter)", "enter", "engage, exit", "extend", "", False),
    "lemon_verhoef": (
        "(prepurchase)",
        "prepurchase",
        "purchase",
        "postpurchase",
        "(postpurchase)",
        "",
        True,
    ),
    "messy_middle": (
        "exposure, trigger",
        "exploration, evaluation",
        "purchase",
        "experience",
        "(experience)",
        "",
        True,
    ),
    "hubspot_flywheel": (
        "attract",
        "engage, (attract)",
        "(engage)",
        "delight",
        "(delight)",
        "",
        True,
    ),
    "flywheel_states": (
        "strangers",
        "prospects",
        "(customers)",
        "customers",
        "promoters",
        "",
        True,
    ),
    "buygrid": (
        "problem_recognition, general_need_description",
        (
            "product_specification, supplier_search, proposal_solicitation, "
            "(general_need_description), (supplier_selection)"
        ),
        "supplier_selection, order_routine_specification",
        "performance_review, (order_routine_specification)",
        "(performance_review)",
        "",
        False,
    ),
    "gartner_buying_jobs": (
        "problem_identification",
        (
            "solution_exploration, requirements_building, validation, consensus_creation, "
            "(supplier_selection)"
        ),
        "supplier_selection, (validation), (consensus_creation)",
        "",
        "",
        "",
        False,
    ),
    "itil4_customer_journey": (
        "explore",
        "engage, offer, (explore)",
        "agree, (onboard)",
        "onboard, co_create, (realize)",
        "realize",
        "",
        False,
    ),
    "patient_journey_system": (
        "trigger_awareness",
        "(help)",
        "help",
        "care, treatment, lifestyle_change, (ongoing_care)",
        "ongoing_care, (lifestyle_change)",
        "",
        False,
    ),
    "patient_journey_marketing": (
        "awareness",
        "consideration",
        "access",
        "service_delivery, (ongoing_care)",
        "ongoing_care",
        "",
        False,
    ),
    "employee_journey": (
        "attraction",
        "recruitment",
        "(recruitment), (onboarding)",
        "onboarding, development, retention",
        "alumni, (retention)",
        "separation",
        False,
    ),
    "hubspot_lifecycle_stages": (
        "subscriber",
        "lead, mql, sql, (subscriber), (opportunity)",
        "opportunity, (customer)",
        "customer",
        "evangelist",
        "other",
        False,
    ),
    "loyalty_ladder": (
        "(prospect)",
        "prospect",
        "customer",
        "client, (customer)",
        "supporter, advocate, partner",
        "",
        False,
    ),
}

BUYING_GRID = {  # new task, modified rebuy, straight rebuy
    "problem_recognition": ("yes", "maybe", "no"),
    "general_need_description": ("yes", "maybe", "no"),
    "product_specification": ("yes", "yes", "yes"),
    "supplier_search": ("yes", "maybe", "no"),
    "proposal_solicitation": ("yes", "maybe", "no"),
    "supplier_selection": ("yes", "maybe", "no"),
    "order_routine_specification": ("yes", "maybe", "no"),
    "performance_review": ("yes", "yes", "yes"),
}
DEPARTMENTS = {  # marketing, sales, service, administration, HR
    "awareness": ("lead", "none", "none", "none", "unspecified"),
    "consideration": ("lead", "conditional", "none", "none", "unspecified"),
    "decision": ("lead", "involved", "none", "none", "unspecified"),
    "retention_service": ("none", "none", "lead", "involved", "unspecified"),
    "loyalty": ("none", "none", "lead", "involved", "unspecified"),
}


def stages_of(model: JourneyModel) -> tuple[str, ...]:
    """Return the phases of a model by stage, in one string each; further stages in brackets."""
    cells = []
    for name in [*STAGE_NAMES, None]:
        main = [phase.key for phase in model.phases if phase.stage == name]
        further = [f"({phase.key})" for phase in model.phases if name in phase.also]
        cells.append(", ".join([*main, *further]))
    return tuple(cells)


@pytest.mark.parametrize("key", PHASES)
def test_phases(key: str) -> None:
    """The core models have these phases, in this order."""
    assert " ".join(phase.key for phase in presets.get(key).phases) == PHASES[key]


@pytest.mark.parametrize("key", STAGES)
def test_stages(key: str) -> None:
    """The phases of a model belong to these stages of the backbone, and it comes round or not."""
    *cells, cyclic = STAGES[key]
    model = presets.get(key)
    assert stages_of(model) == tuple(cells)
    assert model.cyclic == cyclic


def test_all_models_are_held() -> None:
    """The table speaks of every model but the backbone, which is what it maps to, and the maps."""
    maps = {model.key for model in presets.family("maps")}
    assert set(STAGES) | maps | {"backbone"} >= set(presets.names())
    assert len(STAGES) == 39
    assert len(maps) == 5


def test_backbone_is_itself() -> None:
    """Each phase of the backbone is the stage of its name."""
    assert [phase.stage for phase in presets.BACKBONE.phases] == list(Stage)
    assert {phase.key: phase.fit for phase in presets.BACKBONE.phases} == dict.fromkeys(
        STAGE_NAMES, "exact"
    )


def test_buying_grid() -> None:
    """The 24 cells of the buying grid hold yes, maybe or no, as strings in both languages."""
    grid = presets.BUYGRID
    assert [lane.key for lane in grid.lanes] == ["new_task", "modified_rebuy", "straight_rebuy"]
    assert {lane.kind for lane in grid.lanes} == {"values"}
    found = {
        phase.key: tuple(
            str(note.text)
            for lane in grid.lanes
            for note in grid.notes_in(phase=phase.key, lane=lane.key)
        )
        for phase in grid.phases
    }
    assert found == BUYING_GRID
    assert len(grid.notes) == 24
    dutch = {str(note.text): note.text.pick("nl") for note in grid.notes}
    assert dutch == {"yes": "ja", "maybe": "misschien", "no": "nee"}


def test_departments() -> None:
    """Each department leads, joins or is not named in each phase."""
    model = presets.FIVE_PHASE_DEPARTMENTS
    found = {
        phase.key: tuple(
            str(note.text)
            for lane in model.lanes
            for note in model.notes_in(phase=phase.key, lane=lane.key)
        )
        for phase in model.phases
    }
    assert found == DEPARTMENTS
    assert model.lane("service").label.pick("nl") == "Klantenservice/support"


@pytest.mark.parametrize("key", presets.names())
def test_what_is_drawn_is_the_model_and_not_how_it_was_found(key: str) -> None:
    """Remarks about sources stand in descriptions and origins, not in words on a picture."""
    model = presets.get(key)
    drawn = [
        model.label,
        *(phase.label for phase in model.phases),
        *(lane.label for lane in model.lanes),
        *(note.text for note in model.notes),
    ]
    said = [words for text in drawn for words in dict(text).values()]
    assert not [words for words in said if re.search(r"\bseed\b|article|artikel|auteur", words)]


def test_brand_strategy() -> None:
    """Each phase has one strategy, one goal and its means."""
    model = presets.FIVE_PHASE_BRAND_STRATEGY
    counts = {
        phase.key: tuple(
            len(model.notes_in(phase=phase.key, lane=lane.key)) for lane in model.lanes
        )
        for phase in model.phases
    }
    assert counts == {
        "informatie": (1, 1, 3),
        "orientatie": (1, 1, 4),
        "aankoop": (1, 1, 3),
        "service": (1, 1, 3),
        "advocaat": (1, 1, 3),
    }
    (strategy,) = model.notes_in(phase="informatie", lane="strategy")
    assert dict(strategy.text) == {"en": "maximise reach", "nl": "bereik"}


def test_means_audiences_and_lead_departments() -> None:
    """What else the models prescribe per phase stands in their lanes."""
    assert [len(presets.REAN.notes_in(phase=phase.key)) for phase in presets.REAN.phases] == [
        4,
        4,
        3,
        3,
    ]
    assert [note.phase for note in presets.SEE_THINK_DO_CARE.notes] == [
        "see",
        "think",
        "do",
        "care",
    ]
    assert [str(note.text) for note in presets.HUBSPOT_FLYWHEEL.notes] == [
        "Marketing",
        "Sales",
        "Service",
    ]


def test_service_blueprint() -> None:
    """Five components from top to bottom, with the three lines in their order between them."""
    drawn: list[str] = []
    for lane in presets.SERVICE_BLUEPRINT.lanes:
        drawn += [lane.key, *([f"--- {lane.line}"] if lane.line else [])]
    assert drawn == [
        "physical_evidence",
        "customer_actions",
        "--- Line of interaction",
        "onstage_actions",
        "--- Line of visibility",
        "backstage_actions",
        "--- Line of internal interaction",
        "support_processes",
    ]
    lines = [lane.line.pick("nl") for lane in presets.SERVICE_BLUEPRINT.lanes if lane.line]
    assert lines == ["Interactielijn", "Zichtbaarheidslijn", "Interne interactielijn"]


def test_service_blueprint_of_the_source() -> None:
    """The columns are physical points, and no lines are drawn."""
    source = presets.SERVICE_BLUEPRINT_SOURCE
    assert [phase.label.pick("nl") for phase in source.phases] == [
        f"Fysiek {n}" for n in range(1, 6)
    ]
    assert not any(lane.line for lane in source.lanes)
    canonical = {lane.data["canonical"] for lane in source.lanes}
    assert canonical < {lane.key for lane in presets.SERVICE_BLUEPRINT.lanes}


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("current_state", "thoughts_feelings actions touchpoints changes"),
        ("day_in_the_life", "thoughts_feelings actions unmet_needs pain_points solutions"),
        (
            "future_state",
            "future_thoughts_feelings future_actions future_touchpoints changes",
        ),
    ],
)
def test_map_types(key: str, rows: str) -> None:
    """The map types have the rows of their source, and columns that no stage claims."""
    model = presets.get(key)
    assert " ".join(lane.key for lane in model.lanes) == rows
    assert {phase.stage for phase in model.phases} == {None}


def test_aida_is_disputed() -> None:
    """AIDA is of 1898, and the reader is told that this is disputed, and that it is not of 1925."""
    origin = presets.AIDA.origin
    assert origin.year == 1898
    assert "disputed" in origin.note["en"]
    assert "omstreden" in origin.note["nl"]
    assert "1925 is the year of Strong's publications" in origin.note["en"]


def test_see_think_do_care_is_kaushiks() -> None:
    """See-Think-Do-Care goes to Avinash Kaushik, and nobody is led along it step by step."""
    model = presets.SEE_THINK_DO_CARE
    assert model.origin.authors == ("Avinash Kaushik",)
    assert {(move.ends, move.kind) for move in model.transitions} == {
        (("see", "do"), "skip"),
        (("do", "think"), "back"),
        (("care", "do"), "repeat"),
    }


def test_flywheel_has_one_transition_for_two_reasons() -> None:
    """Two moves with the same ends are one, which tells both reasons."""
    (move,) = (move for move in presets.HUBSPOT_FLYWHEEL.transitions if move.source == "delight")
    assert move.kind == "repeat"
    assert move.data == {"basis": "secondary", "crosses": "customers"}
    assert all(said.count(";") == 1 for said in move.reason.values())


def test_buying_grid_may_be_entered_later() -> None:
    """A straight rebuy starts at the specification; everything else at the problem."""
    entries = [move.target for move in presets.BUYGRID.transitions if move.source == "START"]
    assert entries == ["problem_recognition", "product_specification"]


def test_roles() -> None:
    """RACI has its four letters, a buying centre its seven roles."""
    assert [(lane.key, str(lane.label)) for lane in presets.RACI] == [
        ("R", "Responsible"),
        ("A", "Accountable"),
        ("C", "Consulted"),
        ("I", "Informed"),
    ]
    assert [lane.label.pick("nl") for lane in presets.BUYING_CENTER] == [
        "Initiatiefnemer",
        "Gebruiker",
        "Beïnvloeder",
        "Beslisser",
        "Goedkeurder",
        "Inkoper",
        "Poortwachter",
    ]


def test_audit_questions() -> None:
    """Seven questions in two languages; one is put to the journey, one to its transitions."""
    questions = presets.audit.QUESTIONS
    assert [question.key for question in questions] == [
        "specific_actions",
        "motivation_fit",
        "audience_fit",
        "need_fit",
        "consistency",
        "transition",
        "distinction",
    ]
    scopes = {
        question.key: question.scope for question in questions if question.scope != "touchpoint"
    }
    assert scopes == {"consistency": "journey", "transition": "transition"}
    assert all(set(question.text) == {"en", "nl"} for question in questions)
