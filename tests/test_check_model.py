"""The check for models: each rule finds what breaks it, and nothing else."""

from typing import Any

import pytest
from attrs import field, frozen

from journeykit import (
    START,
    DefinitionError,
    JourneyModel,
    Lane,
    Note,
    Phase,
    Transition,
    UnknownKeyError,
    presets,
    sequence,
    testing,
)

CLINIC = JourneyModel(
    "clinic",
    {"en": "Clinic visit", "nl": "Polibezoek"},
    phases=["referral", "visit", "aftercare"],
    lanes=[Lane("patient", line={"en": "Line of visibility", "nl": "Zichtlijn"}), "staff"],
    transitions=[
        *sequence("referral", "visit", "aftercare"),
        Transition("aftercare", "visit", kind="repeat"),
    ],
)


@pytest.mark.parametrize("name", presets.names())
def test_presets_pass(name: str) -> None:
    """Every built-in model is fit to be shared."""
    testing.check_model(presets.get(name))


def test_a_model_of_ones_own_passes() -> None:
    """Bare keys, a line in two languages and a way back are nothing to complain about."""
    testing.check_model(CLINIC)


def test_a_set_of_states_passes() -> None:
    """Where few phases lead to the next, nothing has to lead anywhere."""
    testing.check_model(JourneyModel("states", phases=["a", "b"], transitions=[]))
    testing.check_model(JourneyModel("one", phases=["a"]))
    few = [Transition("b", "a"), Transition("c", "d")]
    testing.check_model(JourneyModel("states", phases=["a", "b", "c", "d"], transitions=few))


def test_a_cycle_passes() -> None:
    """In a cycle a step back to the first is a next step, and no phase is the last."""
    ring = [*sequence("a", "b"), Transition("b", "a", kind="next")]
    testing.check_model(JourneyModel("ring", phases=["a", "b"], transitions=ring))
    loose = [*sequence("a", "b", "a"), Transition(START, "c")]
    testing.check_model(
        JourneyModel("ring", phases=["a", "b", "c"], transitions=loose, cyclic=True)
    )


LONG = f"the label of phase 'a' has 61 characters, more than 60: {'y' * 61!r} (long_label)"
ONE_LINE = "must be one line without spaces around it"
DEAD_END = (
    "phase 'b' leads nowhere; lead a transition to another phase, to CONVERSION or to DROP_OFF "
    "(dead_end)"
)


def model(**fields: Any) -> JourneyModel:  # noqa: ANN401
    """Return a model of two phases with some fields changed."""
    return JourneyModel(**{"key": "m", "phases": ["a", "b"], **fields})


def joined(*ends: tuple[str, str], **kinds: str) -> list[Transition]:
    """Return transitions between some ends, all of one kind if that is given."""
    return [Transition(*pair, **kinds) for pair in ends]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "faults"),
    [
        (
            model(
                label={"en": "M", "nl": "M"},
                phases=[Phase("a", {"en": "A"}), Phase("b", {"nl": "B", "und": "B"})],
            ),
            ["the label of phase 'a' is missing in 'nl' (missing_language)"],
        ),
        (
            model(lanes=[Lane("x", line={"fr": "ligne"})], label={"en": "M", "nl": "M"}),
            [
                "the label is missing in 'fr' (missing_language)",
                "the line of lane 'x' is missing in 'en', 'nl' (missing_language)",
            ],
        ),
        (
            model(label="x" * 60 + "\u00ad", phases=[Phase("a", "y" * 61), "b"]),
            [LONG],
        ),
        (
            model(phases=[Phase("a", "two\nlines"), "b"], lanes=[Lane("x", " x")]),
            [
                f"the label of phase 'a' {ONE_LINE}, not 'two\\nlines' (untidy_label)",
                f"the label of lane 'x' {ONE_LINE}, not ' x' (untidy_label)",
            ],
        ),
        (
            model(
                phases=[
                    Phase("a", {"en": "A", "nl": "Zelfde"}),
                    Phase("b", {"en": "B", "nl": "zelfde"}),
                ],
                lanes=[Lane("x", {"en": "A", "nl": "A"}), Lane("y", {"en": "B", "nl": "B"})],
            ),
            ["phases 'a' and 'b' have the same label in 'nl': 'zelfde' (same_label)"],
        ),
        (
            model(lanes=[Lane("x", "Same"), Lane("y", "Same")]),
            ["lanes 'x' and 'y' have the same label in 'und': 'Same' (same_label)"],
        ),
        (
            model(phases=[Phase("a", stage="service"), "b", Phase("c", description="why")]),
            ["phase 'b' has no stage, and no description that says why (unplaced_phase)"],
        ),
        (
            model(phases=["a", "b", "c"], transitions=joined(("a", "c"), ("b", "c"))),
            ["phase 'b' cannot be reached; lead a transition to it (unreachable_phase)"],
        ),
        (
            model(phases=["a", "b", "c"], transitions=joined(("a", "c"), ("a", "b"))),
            [DEAD_END],
        ),
        (
            model(transitions=joined(("a", "b"), ("a", "a"), kind="back")),
            [
                "the transition from 'a' to 'b' goes +1 columns, which is no 'back' (wrong_kind)",
                "the transition from 'a' to 'a' goes +0 columns, which is no 'back' (wrong_kind)",
            ],
        ),
        (
            model(
                lanes=["x"],
                notes=[Note("x", "a", ""), Note("x", "a", "word"), Note("x", "b", {"en": " "})],
            ),
            [
                "notes[0], in 'x' × 'a', has no words (empty_note)",
                "notes[2], in 'x' × 'b', has no words (empty_note)",
            ],
        ),
        (
            model(aliases=["m", "n", "n"]),
            [
                "the alias 'm' is there already (useless_alias)",
                "the alias 'n' is there already (useless_alias)",
            ],
        ),
    ],
)
def test_faults_are_found(wrong: JourneyModel, faults: list[str]) -> None:
    """Each rule finds its fault, and no other rule finds one."""
    with pytest.raises(DefinitionError) as caught:
        testing.check_model(wrong)
    assert caught.value.subject == "JourneyModel 'm'"
    assert list(caught.value.problems) == faults
    rules = {fault.rpartition("(")[2].rstrip(")") for fault in faults}
    testing.check_model(wrong, ignore=rules)


def test_steps_in_the_wrong_direction() -> None:
    """Each kind has the distances that it fits."""
    four = ["a", "b", "c", "d"]
    for ends, kinds in [
        (("b", "c"), {"next", "repeat"}),
        (("a", "c"), {"next", "skip", "repeat"}),
        (("c", "b"), {"back", "repeat"}),
        (("c", "c"), {"repeat"}),
        (("d", "a"), {"next", "back", "repeat"}),
    ]:
        fitting = set()
        for kind in ("next", "skip", "back", "repeat"):
            wrong = JourneyModel("m", phases=four, transitions=joined(ends, kind=kind))
            if not list(testing.RULES["wrong_kind"](wrong)):
                fitting.add(kind)
        assert fitting == kinds


@frozen(repr=False)
class Moody(JourneyModel):
    """A model that is no value: it cannot be hashed or pickled, and evolving changes it."""

    mood: list[object] = field(factory=list)

    def evolve(self, **changes: Any) -> JourneyModel:  # type: ignore[override]  # noqa: ANN401
        """Return something else."""
        return super().evolve(key=f"{self.key}!", **changes)


def test_models_must_be_values() -> None:
    """A class of one's own that breaks what models promise is found out."""
    wrong = Moody("m", phases=["a"], mood=[lambda: None])
    with pytest.raises(DefinitionError) as caught:
        testing.check_model(wrong)
    hashing, pickling, evolving = caught.value.problems
    assert hashing.startswith("hashing fails: ")
    assert pickling.startswith("pickling fails: ")
    assert evolving == "evolving changes it (not_a_value)"


def test_only_models_can_be_checked() -> None:
    """Anything else is told what it is."""
    with pytest.raises(DefinitionError, match="needs a JourneyModel, not 'aida'"):
        testing.check_model("aida")  # type: ignore[arg-type]


def test_one_rule_may_stand_for_several() -> None:
    """The name of one rule is a name, not a list of letters."""
    twins = JourneyModel("twins", phases=[Phase("a", "Same"), Phase("b", "Same")])
    testing.check_model(twins, ignore="same_label")
    with pytest.raises(DefinitionError, match="have the same label"):
        testing.check_model(twins, ignore="dead_end")


def test_only_rules_can_be_ignored() -> None:
    """A slip of the pen does not switch a rule off in silence."""
    with pytest.raises(
        UnknownKeyError, match="unknown rule 'deadend' in check_model, did you mean"
    ):
        testing.check_model(CLINIC, ignore=["deadend"])


def test_every_rule_is_described() -> None:
    """What can be ignored stands in the documentation, by its name."""
    described = testing.check_model.__doc__ or ""
    assert [name for name in testing.RULES if f"``{name}``" not in described] == []
