"""What inspectors wrote about the made-up council: the last inspection, and the letter of a monitoring visit since, half of it confirmed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.assurance.letters import recording
from kittiwake.assurance.letters.facts import Decision
from kittiwake.assurance.letters.models import Letter
from kittiwake.assurance.letters.reading.letters import read
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_date

INSPECTED, VISITED, CONFIRMED = timedelta(days=760), timedelta(days=75), timedelta(days=30)

REPORT = """Inspection of Saltmere Council local authority children’s services
Inspection dates: {first} to {last}

 Judgement                                                          Grade

 The impact of leaders on social work practice with children        Inadequate
 and families

 The experiences and progress of children who need help and         Inadequate
 protection

 The experiences and progress of children in care                   Requires improvement to be good

 The experiences and progress of care leavers                       Requires improvement to be good

 Overall effectiveness                                              Inadequate

Services for children who are at risk outside their home in Saltmere are inadequate. Many children have had three or more social
workers in a year. Leaders did not know how long children waited for somebody to listen to them when they had been missing.

What needs to improve?
◼ The response to children who go missing, including those who live outside the area.
◼ The timeliness and quality of return interviews, and what is done with what children say.
◼ Attendance at strategy meetings.
◼ Management oversight, and the regularity of supervision.
◼ How audits lead to a change for the child.

The experiences and progress of children who need help and protection: inadequate

1.   When children go missing, the response is slow. Police reports wait in an inbox over weekends. Too few children are offered a
     return interview, and those who are often wait longer than three days.

2.   Return interviews are brief. What children say does not inform their safety plans. As a result, children go missing again for
     the same reasons.

3.   Strategy meetings are not well attended by health and schools. Decisions are recorded clearly.

4.   Most assessments describe risk well, but plans do not say what will change. Some plans miss risks that were known.

The experiences and progress of care leavers: requires improvement to be good

5.   Personal advisers know their young people well. Planning for adulthood begins too late.

The impact of leaders on social work practice with children and families: inadequate

6.   Some children have no allocated worker. Caseloads in two teams are too high. Supervision is irregular, and gaps of two months
     are common.

7.   Audits are thorough. However, actions are about process, and nobody looks whether the child is safer.

8.   Councillors receive figures without the numbers behind them. They could not challenge what they were told.
"""

LETTER = """Monitoring visit to Saltmere children’s services

This letter summarises the findings of the monitoring visit to Saltmere Council on {first} to {last}. It was the fourth monitoring
visit since the local authority was judged inadequate.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern identified at the last inspection:

• The response to children who go missing, including those who live outside the area.
• The timeliness and quality of return interviews, and what is done with what children say.
• Management oversight, and the regularity of supervision.

Headline findings

Children who are at risk outside their home now receive a better service. All children have an allocated worker. The pace of change
has been steady, although the quality of assessments is uneven between teams.

Findings and evaluation of progress

When children go missing, the response is quick. It is as quick for children who live outside the area. Some of them have been moved
nearer to home, and they go missing less often.

Return interviews are a strength. They are held by people whom children come to trust, and what children say informs their safety
plans. Interviewers notice when the same adult is named by several children, and act on it. Weak interviews are challenged and done
again.

Strategy meetings are well attended. Police, health and schools share what they know before the meeting.

Workers know children well. Direct work is adapted for children with additional needs, and their own words stand in their plans.
Children told inspectors that they still feel the cost of the workers who left.

Assessments and plans are improving, but weaker plans miss risks that were named in the meeting about them. Management oversight is
not consistent across teams. Planning for adulthood has improved, and a worker may now stay with a young person past 18.

Mapping finds children whom nobody had connected, and disruption has led to two trials. Excluded children are followed until they are
back in school. A small minority of schools do not report when a child leaves the site.

Audits are thorough. Some actions remain about process, and the loop is not always closed.

Workers are positive about their supervision. This is not always seen in the written record, and in one team there are gaps of six
weeks and more. Newly qualified workers have a protected caseload and a full induction.

Councillors know more than they did. The figures they are given can be opened, and they ask better questions.
"""


def make_letters(at: datetime) -> None:
    by = (
        User.objects.filter(role=Role.PRINCIPAL_SOCIAL_WORKER).order_by("pk").first() or User.objects.system()
    )
    today = local_date(at)
    _add(REPORT, today - INSPECTED, 11, by, at - INSPECTED + CONFIRMED)
    letter = _add(LETTER, today - VISITED, 1, by, at - CONFIRMED)
    statements = list(letter.statements.all())
    decisions = [
        Decision(statement.pk, statement.reading, statement.theme, None)
        for statement in statements[: len(statements) // 2]
    ]
    recording.confirm(letter, decisions, by=by, at=at - CONFIRMED + timedelta(hours=1))


def _add(words: str, first: date, days: int, by: User, at: datetime) -> Letter:
    text = words.format(first=long_date(first), last=long_date(first + timedelta(days=days)))
    return recording.add_letter(read(text), text, file=None, by=by, at=at)
