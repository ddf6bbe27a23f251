"""How much memory the command line takes to read, judge and preview a long workforce census, beside a short one.

The files are made here: every worker with all that the Department asks for, about a kilobyte each. One line of JSON: the size
of each file and the most memory that its import ever held.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

MEGABYTE = 1024 * 1024
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails><Collection>CSWW</Collection><Year>2016</Year><ReferenceDate>2016-09-30</ReferenceDate></CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>000</LEA></Source>
  </Header>
  <LALevelVacancies>
    <NumberOfVacancies>2.50</NumberOfVacancies><NoAgencyFTE>0.60</NoAgencyFTE><NoAgencyHeadcount>1</NoAgencyHeadcount>
  </LALevelVacancies>
"""
WORKER = """  <CSWWWorker>
    <AgencyWorker>{agency}</AgencyWorker>
    <SWENo>AA{number:010d}</SWENo>
    <FTE>0.8</FTE>
    <PersonBirthDate>1980-01-01</PersonBirthDate>
    <SexAtBirth>2</SexAtBirth>
    <Ethnicity>WBRI</Ethnicity>
    <QualInst>A made-up institution of higher education, faculty of social work and social care, department of practice</QualInst>
    <StepUpGrad>0</StepUpGrad>
    <OrgRole>5</OrgRole>
    <RoleStartDate>2014-04-01</RoleStartDate>
    <StartOrigin>1</StartOrigin>
    <Cases30>{cases}</Cases30>
    <WorkingDaysLost>5</WorkingDaysLost>
    <FrontlineGrad>0</FrontlineGrad>
    <AbsatCensus>0</AbsatCensus>
    <CFKSSstatus>1</CFKSSstatus>
    <CFKSSnotes>Nothing to remark about a worker who was made up for measuring how much memory a long file takes to read.</CFKSSnotes>
  </CSWWWorker>
"""


def main() -> None:
    small, large = [int(one) for one in sys.argv[1:3]] or [1, 140]
    with tempfile.TemporaryDirectory() as folder:
        figures = [
            _measured(_census(Path(folder) / f"{size}.xml", size * MEGABYTE)) for size in (small, large)
        ]
    grew = figures[1]["most_memory_mb"] - figures[0]["most_memory_mb"]
    sys.stdout.write(
        json.dumps({"files": figures, "grew_by_mb": grew, "load": round(os.getloadavg()[0], 1)}) + "\n"
    )


def _census(path: Path, size: int) -> Path:
    number = 0
    with path.open("w") as file:
        file.write(HEAD)
        while file.tell() < size:
            for _ in range(500):
                number += 1
                file.write(
                    WORKER.format(number=number, agency=(number % 5 == 0 and 1) or 0, cases=number % 30)
                )
        file.write("</Message>\n")
    return path


def _measured(path: Path) -> dict[str, float]:
    command = [
        sys.executable,
        "-m",
        "kittiwake.cli",
        "import",
        "workforce-census",
        str(path),
        "--preview",
        "--json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        while process.stdout.read(MEGABYTE):
            pass
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), process.returncode
    return {"file_mb": round(path.stat().st_size / MEGABYTE), "most_memory_mb": round(used.ru_maxrss / 1024)}


if __name__ == "__main__":
    main()
