"""Seven questions to put to the touchpoints of a journey.

After 'Hoe moet je een klantreis opstellen?' by Muriel Snijders (ill graff design).
"""

from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from journeykit._noun import as_text
from journeykit.text import Text

__all__ = ["QUESTIONS", "Good", "Question", "Scope"]

Scope: TypeAlias = Literal["touchpoint", "transition", "journey"]
Good: TypeAlias = Literal["yes", "no"]


@frozen
class Question:
    """A question to put to a journey.

    Args:
        key: What refers to it.
        text: The question.
        scope: What it is put to: each ``"touchpoint"``, each ``"transition"``, or the whole
            ``"journey"``.
        good: The answer that speaks for the journey: ``"yes"``, or ``"no"`` where the question
            asks for a fault.
    """

    key: str
    text: Text = field(converter=as_text)
    scope: Scope = field(default="touchpoint", kw_only=True)
    good: Good = field(default="yes", kw_only=True)


QUESTIONS: Final = (
    Question(
        "specific_actions",
        {
            "en": "What precisely do we do at this touchpoint?",
            "nl": "Wat doen we concreet bij dit contactmoment?",
        },
    ),
    Question(
        "motivation_fit",
        {
            "en": (
                "Does it fit what drives customers; does it answer questions and take away worries?"
            ),
            "nl": (
                "Past het contactmoment bij wat klanten drijft; beantwoordt het vragen en neemt "
                "het zorgen weg?"
            ),
        },
    ),
    Question(
        "audience_fit",
        {
            "en": "Does it work for our audience, beginners as well as experts?",
            "nl": "Werkt het voor onze doelgroep, zowel voor beginners als voor experts?",
        },
    ),
    Question(
        "need_fit",
        {
            "en": (
                "Does it meet stated and unstated needs, including those that neither we nor "
                "competitors meet yet?"
            ),
            "nl": (
                "Voldoet het aan uitgesproken en onuitgesproken behoeften, ook die wij of "
                "concurrenten nog niet vervullen?"
            ),
        },
    ),
    Question(
        "consistency",
        {
            "en": "Are tone, message and, where possible, wording the same everywhere?",
            "nl": "Is de toon, boodschap en zo mogelijk de woordkeus overal gelijk?",
        },
        scope="journey",
    ),
    Question(
        "transition",
        {
            "en": (
                "Does the transition to the next phase stumble, so that people drop out or become "
                "dissatisfied (think of returns or many calls)?"
            ),
            "nl": (
                "Hapert de overgang naar de volgende fase, zodat mensen afhaken of ontevreden "
                "raken (denk aan retouren of veel telefoontjes)?"
            ),
        },
        scope="transition",
        good="no",
    ),
    Question(
        "distinction",
        {
            "en": "Does it set us apart from competitors and help to keep customers?",
            "nl": "Onderscheidt het ons van concurrenten en helpt het om klanten te behouden?",
        },
    ),
)
"""The questions, in their order."""
