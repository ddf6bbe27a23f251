"""How well letters of inspectors are read: the rules held against labels made by hand.

    python -m benchmarks.letters                  # the published letters, from the folder of data
    python -m benchmarks.letters --wrong          # and every statement that was read otherwise than labelled
    python -m benchmarks.letters --council-home   # the statements that people of the council in KITTIWAKE_HOME confirmed

Labels are of a sentence's letters and digits only, hashed (letters_labels.csv, letters_answers.json): the letters are not ours to
copy. `tuned`: sentences of councils that the rules were written on. `held_out`: of four other councils, drawn by seed and labelled
before there was a rule, never looked at while rules were written; one person labelled all, so a few points either way mean nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.reading.letters import LetterRead, read

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("KITTIWAKE_TEST_DATA") or HERE.parents[1] / "shared" / "data")
FOLDER = DATA / "09_ofsted"
READINGS = (rules.STRENGTH, rules.SHORTFALL, rules.NEUTRAL)
Pairs = Counter[tuple[str, str]]  # (as labelled, as proposed)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--wrong", action="store_true")
    asked.add_argument("--council-home", action="store_true")
    options = asked.parse_args()
    if options.council_home:
        return print_readings("confirmed", confirmed())
    if not FOLDER.is_dir():
        raise SystemExit(
            f"Skipped: the letters are not in {FOLDER}. KITTIWAKE_TEST_DATA names the folder of data."
        )
    letters = {file.stem: read(file.read_text()) for file in sorted((FOLDER / "letters").glob("*.txt"))}
    for name in ("tuned", "held_out"):
        print_readings(name, labelled(letters, name, wrong=options.wrong))
    print_exact(letters)
    print_example(letters)
    return None


def print_readings(name: str, pairs: Pairs) -> None:
    """Of statements: how many are right; and of each reading, precision and recall."""
    line: dict[str, Any] = {"workload": f"letters {name}", "statements": pairs.total()}
    line["accuracy"] = share(sum(pairs[reading, reading] for reading in READINGS), pairs.total())
    for reading in READINGS:
        right = pairs[reading, reading]
        line[reading] = {
            "labelled": sum(pairs[reading, each] for each in READINGS),
            "precision": share(right, sum(pairs[each, reading] for each in READINGS)),
            "recall": share(right, sum(pairs[reading, each] for each in READINGS)),
        }
    print(json.dumps(line))


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def labelled(letters: dict[str, LetterRead], name: str, *, wrong: bool) -> Pairs:
    with (HERE / "letters_labels.csv").open() as file:
        labels = {row["sentence"]: row["reading"] for row in csv.DictReader(file) if row["set"] == name}
    pairs: Pairs = Counter()
    for each in sentences(letters):
        if label := labels.pop(key(each.text), None):
            pairs[label, each.reading] += 1
            if wrong and label != each.reading:
                print(f"{label}, read as {each.reading}: {each.text}", file=sys.stderr)
    if labels:
        print(f"{len(labels)} labelled sentences of {name} are in no letter.", file=sys.stderr)
    return pairs


def sentences(letters: dict[str, LetterRead]) -> Iterator[Any]:
    return (each for letter in letters.values() for each in letter.statements if each.kind == rules.SENTENCE)


def print_exact(letters: dict[str, LetterRead]) -> None:
    """Days, grades and points of every letter against answers that were looked up by hand."""
    answers = json.loads((HERE / "letters_answers.json").read_text())
    right: Counter[str] = Counter()
    for name, letter in letters.items():
        answer = answers[sha256(name.encode()).hexdigest()[:16]]
        right["visited"] += [str(letter.visited_from), str(letter.visited_to)] == answer["visited"]
        right["grades"] += letter.grades == answer["grades"]
        right["points"] += [key(point) for point in letter.points(rules.NEEDS_TO_IMPROVE)] == answer["points"]
    print(json.dumps({"workload": "letters exact", "letters": len(letters), **right}))


def print_example(letters: dict[str, LetterRead]) -> None:
    """Points against the example of the data, which has none of the report before 2018."""
    example = json.loads((FOLDER / "letters_extracted_example.json").read_text())
    said = {
        (name, key(point))
        for name, letter in letters.items()
        for point in letter.points(rules.NEEDS_TO_IMPROVE)
    }
    there = {
        (Path(name).stem, key(point))
        for name, each in example.items()
        for point in each["what_needs_to_improve"]
    }
    without = {Path(name).stem for name, each in example.items() if "unparsed" in each["grades"]}
    known = {pair for pair in said if pair[0] not in without}
    print(
        json.dumps(
            {
                "workload": "letters example",
                "points": len(there),
                "precision": share(len(known & there), len(known)),
                "recall": share(len(known & there), len(there)),
                "not_in_the_example": len(said - known),
            }
        )
    )


def confirmed() -> Pairs:
    """What people said, against what the rules say of the same letters today."""
    from benchmarks.starting import start

    start()
    from kittiwake.access.identity import acting_as_system
    from kittiwake.assurance.letters.models import Letter

    pairs: Pairs = Counter()
    with acting_as_system():
        for letter in Letter.objects.standing().prefetch_related("statements"):
            proposed = {key(each.text): each.reading for each in read(letter.text).statements}
            for statement in letter.statements.all():
                if statement.is_confirmed and (reading := proposed.get(key(statement.text))):
                    pairs[statement.reading, reading] += 1
    return pairs


def key(text: str) -> str:
    """Of the letters and digits alone: how a line broke or a word was cut makes no difference."""
    return sha256(re.sub(r"[^a-z0-9]", "", text.lower()).encode()).hexdigest()[:16]


if __name__ == "__main__":
    main()
