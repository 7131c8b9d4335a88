"""The audit: answers give points, what is unknown gives none and is counted apart."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeykit import AnalysisError, Journey, Touchpoint, UnknownKeyError, dumps, loads
from journeykit.analysis.audit import Answer, Audit, score
from journeykit.presets import AIDA, SALON
from journeykit.presets.audit import QUESTIONS

KEYS = [question.key for question in QUESTIONS]
POINTS = {"yes": 1.0, "partly": 0.5, "no": 0.0}
WORDS = st.sampled_from(["yes", "partly", "no", "unknown"])
SPOTS = ("ad", "site", "pay")
SHOP = Journey("webshop", touchpoints=SPOTS)
ANSWERS = st.dictionaries(
    st.sampled_from(SPOTS), st.dictionaries(st.sampled_from(KEYS), WORDS), max_size=3
)


def points(question: str, word: str) -> float:
    """Return what an answer is worth."""
    return 1 - POINTS[word] if question == "transition" else POINTS[word]


@given(ANSWERS)
def test_score(answers: dict[str, dict[str, Any]]) -> None:
    """A score is the mean of the points of what is answered, for a touchpoint and over all."""
    audit = score(SHOP, answers)
    every = []
    for spot in SPOTS:
        known = {key: word for key, word in answers.get(spot, {}).items() if word != "unknown"}
        each = [points(key, word) for key, word in known.items()]
        every += each
        row = audit.row(spot)
        assert row.score == (sum(each) / len(each) if each else None)
        assert row.answered == len(known)
    assert audit.score == (sum(every) / len(every) if every else None)
    assert audit.answered == len(every)


@given(ANSWERS)
def test_counting(answers: dict[str, dict[str, Any]]) -> None:
    """Each question is asked of each touchpoint, or once of the journey; nothing gets lost."""
    audit = score(SHOP, answers)
    asked = 3 * 7 if any("consistency" in said for said in answers.values()) else 3 * 6 + 1
    assert audit.answered + audit.unknown == asked
    assert sum(len(row.answers) for row in audit.questions) == asked
    assert [row.key for row in audit.questions] == KEYS
    assert [row.key for row in audit][:3] == list(SPOTS)


@given(ANSWERS, st.permutations(SPOTS))
def test_renaming(answers: dict[str, dict[str, Any]], names: list[str]) -> None:
    """Other names for the touchpoints give the same points."""
    other = dict(zip(SPOTS, names, strict=True))
    renamed = score(
        Journey("webshop", touchpoints=names),
        {other[spot]: said for spot, said in answers.items()},
    )
    audit = score(SHOP, answers)
    assert renamed.questions == audit.questions
    assert [row.answers for row in renamed] == [row.answers for row in audit]


@given(ANSWERS)
def test_opposite(answers: dict[str, dict[str, Any]]) -> None:
    """Yes for no and no for yes gives the opposite score."""
    turned = {"yes": "no", "no": "yes"}
    opposite: dict[str, dict[str, Any]] = {
        spot: {key: turned.get(word, word) for key, word in said.items()}
        for spot, said in answers.items()
    }
    audit, other = score(SHOP, answers), score(SHOP, opposite)
    assert other.unknown == audit.unknown
    if audit.score is not None:
        assert other.score == pytest.approx(1 - audit.score)


@given(ANSWERS)
def test_kept_answers(answers: dict[str, dict[str, Any]]) -> None:
    """Answers that the journey keeps are as good as those that are given, also from a file."""
    journey = SHOP.evolve(
        touchpoints=[
            Touchpoint(spot, data={"audit": answers[spot]} if spot in answers else {})
            for spot in SPOTS
        ]
    )
    assert score(loads(dumps(journey, "json"), "json")) == score(SHOP, answers)  # type: ignore[arg-type]
    assert score(journey, {}) == score(SHOP)


# --- one by one -------------------------------------------------------------------------


def test_best_and_worst() -> None:
    """Where all is well, the transition does not stumble; where nothing is, it does."""
    best = {key: "no" if key == "transition" else "yes" for key in KEYS}
    worst = {key: "yes" if key == "transition" else "no" for key in KEYS}
    audit = score(SHOP, {"ad": best, "site": worst, "pay": {}})  # type: ignore[dict-item]
    assert [row.score for row in audit] == [1, 0, None]
    assert (audit.score, audit.answered, audit.unknown) == (0.5, 14, 7)


def test_the_journey_as_a_whole() -> None:
    """The question about the whole is asked once, or of each touchpoint, or both."""
    assert [row.key for row in score(SHOP)] == [*SPOTS, "webshop"]
    once = score(SHOP, {"webshop": {"consistency": "yes"}})
    assert (once.row("webshop").score, once.unknown) == (1, 18)
    each = score(SHOP, {"ad": {"consistency": "no"}})
    assert [row.key for row in each] == list(SPOTS)
    both = score(SHOP, {"ad": {"consistency": "no"}, "webshop": {"consistency": "yes"}})
    assert (both.score, both.unknown, len(both)) == (0.5, 20, 4)
    namesake = Journey("visit", touchpoints=["visit"], data={"audit": {"consistency": "no"}})
    assert score(namesake).row("visit").score == 0


def test_notes_and_evidence() -> None:
    """An answer may come with a note and with how it is known."""
    said = {"answer": "partly", "note": "not on small screens", "evidence": "anecdotal"}
    audit = score(SHOP, {"site": {"audience_fit": said}})
    answer = next(each for each in audit.row("site").answers if each.question == "audience_fit")
    assert answer == Answer("audience_fit", "partly", "not on small screens", "anecdotal")
    assert answer.points == 0.5
    assert answer.to_dict() == {"question": "audience_fit", "points": 0.5, **said}


def test_printing() -> None:
    """The answer reads well in a terminal."""
    spots = ["ad", "site"]
    audit = score(
        Journey("webshop", touchpoints=spots),
        {spot: dict.fromkeys(KEYS[:5], "yes") for spot in spots},
    )
    assert str(audit).splitlines() == [
        "webshop: 100 % on 10 answers, 4 unknown",
        "touchpoint  score  good  partly  bad  unknown",
        "ad          100 %     5       0    0        2",
        "site        100 %     5       0    0        2",
        "",
        "question          score  good  partly  bad  unknown",
        "specific_actions  100 %     2       0    0        0",
        "motivation_fit    100 %     2       0    0        0",
        "audience_fit      100 %     2       0    0        0",
        "need_fit          100 %     2       0    0        0",
        "consistency       100 %     2       0    0        0",
        "transition            –     0       0    0        2",
        "distinction           –     0       0    0        2",
    ]
    assert str(score(SALON)).startswith("curly_hair_salon: nothing answered, 97 unknown\n")
    one = score(SHOP, {"ad": {"need_fit": "no"}})
    assert str(one).startswith("webshop: 0 % on 1 answer, 18 unknown\n")


def test_rows_and_dict() -> None:
    """The answer goes into a data frame, and into JSON."""
    audit = score(SHOP, {"ad": {"need_fit": "partly", "transition": "no"}})
    told = json.loads(json.dumps(audit.to_dict()))
    assert (told["journey"], told["score"]) == ("webshop", 0.75)
    assert (told["answered"], told["unknown"], len(told["rows"])) == (2, 17, 4)
    assert told["rows"][0]["answers"][4]["answer"] == "no"
    assert audit.to_rows()[0] == {
        "key": "ad",
        "score": 0.75,
        "answered": 2,
        "unknown": 4,
        "specific_actions": "unknown",
        "motivation_fit": "unknown",
        "audience_fit": "unknown",
        "need_fit": "partly",
        "consistency": None,
        "transition": "no",
        "distinction": "unknown",
    }
    assert hash(audit) == hash(Audit("webshop", audit.rows))


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ("yes", "answers must be a mapping by touchpoint, not 'yes'"),
        ({"ad": "yes"}, "the answers of 'ad' must be a mapping by question, not 'yes'"),
        (
            {"ad": {"need_fit": "ja"}},
            (
                "the answer of 'ad' to 'need_fit' must be one of 'yes', 'partly', 'no', "
                "'unknown', not 'ja'"
            ),
        ),
        ({"ad": {"need_fit": {}}}, "the answer of 'ad' to 'need_fit' must be given"),
        (
            {"ad": {"need_fit": {"answer": "no", "note": 3}}},
            "the note of the answer of 'ad' to 'need_fit' must be a string, not 3",
        ),
        (
            {"ad": {"need_fit": {"answer": "no", "evidence": "rumour"}}},
            (
                "the evidence of the answer of 'ad' to 'need_fit' must be one of 'assumption', "
                "'anecdotal', 'qualitative', 'quantitative', 'triangulated', not 'rumour'"
            ),
        ),
        (
            {"webshop": {"need_fit": "no"}},
            (
                "question 'need_fit' is put to touchpoints, not to the journey as a whole; "
                "answer it under the key of each"
            ),
        ),
    ],
)
def test_messages(answers: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """What is no answer is refused in one line, with its place."""
    with pytest.raises(AnalysisError) as caught:
        score(SHOP, answers)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (
            {"sight": {}},
            "unknown touchpoint 'sight' in journey 'webshop', did you mean 'site'?",
        ),
        ({"ad": {"needs_fit": "no"}}, "unknown question 'needs_fit', did you mean 'need_fit'?"),
        (
            {"ad": {"need_fit": {"answer": "no", "notes": "?"}}},
            "unknown part 'notes' in the answer of 'ad' to 'need_fit', did you mean 'note'?",
        ),
    ],
)
def test_unknown_keys(answers: Any, message: str) -> None:  # noqa: ANN401 - wrong on purpose
    """A slip of the pen is told with what was meant."""
    with pytest.raises(UnknownKeyError) as caught:
        score(SHOP, answers)
    assert str(caught.value) == message


def test_no_journey() -> None:
    """What has no touchpoints is refused; a row that is not there as well."""
    model: Any = AIDA
    with pytest.raises(AnalysisError, match="journey model 'aida' has no touchpoints"):
        score(model)
    with pytest.raises(UnknownKeyError, match="unknown touchpoint 'door' in journey 'webshop'"):
        score(SHOP).row("door")
