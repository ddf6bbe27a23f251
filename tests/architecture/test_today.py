"""Today is London's, whatever clock the machine keeps, on pages and on the command line."""

from __future__ import annotations

import ast
import re

from tests.architecture.source import files, parsed, short

# A moment's own day is the day in UTC: after eleven on a summer's evening, yesterday.
ANOTHER_CLOCK = re.compile(
    r"date\.today\(|datetime\.now\(\)|datetime\.utcnow\(|\bnow\(\)\.date\(|\bat\.date\(|_at\.date\("
)
ALREADY_IN_LONDON = {
    "exchange/reading/dates.py": "A day a spreadsheet counts, with no zone at all.",
    "exchange/reading/moments.py": "What `in_london` has put there.",
    "practice/missing/measures/episodes.py": "SQL's months.",
}


def test_no_day_is_taken_from_another_clock() -> None:
    of_another_clock = {
        short(path)
        for path in files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ANOTHER_CLOCK.search(ast.unparse(node))
    }
    assert of_another_clock <= ALREADY_IN_LONDON.keys(), of_another_clock - ALREADY_IN_LONDON.keys()


# Over the night the clocks change, so many days before a moment is not its hour: two such days can be one.
DAYS_OF_A_MOMENT = re.compile(r"\blocal_date\(.* [-+] .*(timedelta\(|\bDAY\b)")


def test_days_are_counted_from_days() -> None:
    of_moments = [
        f"{short(path)}:{node.lineno}"
        for path in files(tests=True)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and DAYS_OF_A_MOMENT.match(ast.unparse(node))
    ]
    assert of_moments == []
