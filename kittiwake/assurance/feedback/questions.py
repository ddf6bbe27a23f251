"""What people are asked: each questionnaire with its version, in words. Pure.

A questionnaire that has been asked is not changed: its words are answered in them. Another version stands beside it.
The questions are ours, after what inspectors ask workers, partners and children about (inspecting local authority
children's services, read in November 2026); nobody else's survey is copied.
"""

from __future__ import annotations

from dataclasses import dataclass

WORKERS, NEWLY_QUALIFIED, PARTNERS, CHILDREN = "workers", "newly_qualified", "partners", "children"
AUDIENCES = [
    (WORKERS, "Workers and their managers"),
    (NEWLY_QUALIFIED, "Newly qualified workers"),
    (PARTNERS, "Partner agencies"),
    (CHILDREN, "Children and families"),
]
MOST_QUESTIONS = 8  # two minutes


@dataclass(frozen=True)
class Scale:
    """Answers in words, the best first; `good` of them say yes."""

    answers: tuple[tuple[str, str], ...]
    good: int

    @property
    def keys(self) -> list[str]:
        return [key for key, _ in self.answers]

    def is_good(self, answer: str) -> bool:
        return answer in self.keys[: self.good]


AGREE = Scale(
    (
        ("agree_strongly", "Agree strongly"),
        ("agree", "Agree"),
        ("neither", "Neither agree nor disagree"),
        ("disagree", "Disagree"),
        ("disagree_strongly", "Disagree strongly"),
    ),
    good=2,
)
# Short, without a middle: easy to read, and easy to say aloud.
EASY = Scale((("yes", "Yes"), ("mostly", "Mostly"), ("not_really", "Not really"), ("no", "No")), good=2)


@dataclass(frozen=True)
class Question:
    """`speaks_to`: the keys of measures that say of the same thing what the records say."""

    key: str
    words: str
    scale: Scale = AGREE
    speaks_to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Questionnaire:
    key: str
    version: int
    audience: str
    title: str
    questions: tuple[Question, ...]
    free: str  # what the one box for words asks

    def __post_init__(self) -> None:
        if len(self.questions) > MOST_QUESTIONS:
            raise ValueError(f"{self.key} asks more than {MOST_QUESTIONS} questions: it takes two minutes.")

    @property
    def is_easy(self) -> bool:
        return self.audience == CHILDREN

    def question(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)


UNSAFE = "If I thought a child was unsafe because of how we work, I would say so"
LIBRARY = [
    Questionnaire(
        "workers",
        1,
        WORKERS,
        "How it is to work here",
        (
            Question("workers.supported", "My manager supports me", speaks_to=("P65",)),
            Question(
                "workers.supervised",
                "My supervision comes as often as it should, and helps me think about children",
                speaks_to=("P63", "P66"),
            ),
            Question("workers.load", "I can carry the work I have", speaks_to=("P75",)),
            Question("workers.time", "I have the time to be with children", speaks_to=("P62",)),
            Question("workers.would_say", UNSAFE),
            Question("workers.heard", "If I said so, something would be done"),
            Question("workers.stay", "I expect to work here in a year’s time", speaks_to=("P74",)),
        ),
        "What one thing would help you most in your work with children?",
    ),
    Questionnaire(
        "newly_qualified",
        1,
        NEWLY_QUALIFIED,
        "Your first year",
        (
            Question(
                "newly_qualified.protected",
                "I have fewer children than others, as promised",
                speaks_to=("P67",),
            ),
            Question(
                "newly_qualified.supervised", "I have supervision as often as promised", speaks_to=("P67",)
            ),
            Question("newly_qualified.shadowing", "I have been able to go along with others and watch"),
            Question("newly_qualified.induction", "My induction prepared me for the work I do"),
            Question("newly_qualified.asked", "There is somebody I can ask when I do not know"),
            Question("newly_qualified.would_say", UNSAFE),
        ),
        "What one thing would have made your first months easier?",
    ),
    Questionnaire(
        "partners",
        1,
        PARTNERS,
        "How it is to work with us",
        (
            Question("partners.answered", "When I ring or write about a child, somebody answers"),
            Question("partners.told", "I am told what happened after I shared a worry"),
            Question("partners.worker", "I know who a child’s worker is", speaks_to=("P58",)),
            Question("partners.meetings", "I am asked to meetings in time to come", speaks_to=("P28",)),
            Question("partners.heard", "What I say in meetings is heard"),
            Question("partners.challenge", "If I disagree with a decision, I know how to say so"),
        ),
        "What one thing should we do differently?",
    ),
    Questionnaire(
        "children",
        1,
        CHILDREN,
        "How was it for you?",
        (
            Question("children.listened", "Did they listen to you?", EASY, speaks_to=("P62",)),
            Question("children.safe", "Do you feel safe now?", EASY, speaks_to=("P39",)),
            Question("children.soon", "Did somebody talk with you soon enough?", EASY, speaks_to=("P11",)),
            Question("children.told", "Did they tell you what would happen next?", EASY),
            Question("children.did", "Did they do what they said they would?", EASY),
            Question("children.worker", "Do you know who your worker is?", EASY, speaks_to=("P58", "P60")),
        ),
        "Is there anything you want to say? What was good? What was not?",
    ),
]


def latest(key: str) -> Questionnaire:
    """Raises KeyError where there is none."""
    versions = [each for each in LIBRARY if each.key == key]
    if not versions:
        raise KeyError(key)
    return max(versions, key=lambda each: each.version)


def version(key: str, number: int) -> Questionnaire:
    """As it was asked."""
    return next(each for each in LIBRARY if (each.key, each.version) == (key, number))


def asked_in(question: str) -> Question:
    """A question by its key, as it was last asked."""
    newest_first = sorted(LIBRARY, key=lambda form: -form.version)
    return next(each for form in newest_first for each in form.questions if each.key == question)
