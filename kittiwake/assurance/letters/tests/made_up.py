"""Letters that no inspector wrote, about a council that is not there: one of each kind, with what pages do to text."""

from __future__ import annotations

FOOT = "Inspection of Far Hedge Council local authority children’s services March 2026"

REPORT = f"""Inspection of Far Hedge Council
local authority children’s services
Inspection dates: 2 March to 13 March 2026

Lead inspector: [name]


 Judgement                                    Grade

 The impact of leaders on social work         Requires improvement
 practice with children and families          to be good

 The experiences and progress of children     Good
 who need help and protection

 The experiences and progress of
 children in care                             Outstanding

 The experiences and progress of care         Requires improvement
 leavers                                      to be good

 Overall effectiveness                        Requires improvement to be good

Services in Far Hedge have improved. When children go missing, the response is quick and it is the same for those who live
outside the area. However, the quality of plans is uneven between teams.

What needs to improve?
◼ The frequency and recording of super-
  vision.
◼ Plans for care leavers, so that each young person knows what happens
  next.

 {FOOT}
                                                                                1

----- page -----
◼ The response of a small number of schools.

The experiences and progress of children who need help and
protection: good

1.   All children have an allocated worker. Return interviews are prompt, and what children say informs
     their safety plans. Although some interviews are brief, those are chal-
     lenged and done again.

2.   Not all assessments look at the whole of a child’s life. As a result, some children wait too long for

 {FOOT}
                                                                                2

----- page -----
     help. Decisions are made without delay.

The experiences and progress of care leavers: requires improvement to be good

3.   Too few care leavers have a plan that is up to date. Personal advisers know their young people
     well.

The Office for Standards in Education, Children’s Services and Skills (Ofsted) regulates and inspects.
"""

MONITORING = """27 February 2026

[name], Director of Children’s Services
Far Hedge Council

Dear [name]

Monitoring visit to Far Hedge children’s services

This letter summarises the findings of the monitoring visit to Far Hedge on 3 and 4 February 2026. It was the fourth
monitoring visit since the local authority was judged inadequate in June 2024.

Areas covered by the visit

Inspectors reviewed the progress made in the following areas of concern identified at the last inspection:

• The response to children who go missing and those at risk of exploitation.
• The quality and impact of management oversight.

Headline findings

Leaders have made steady progress. Children now receive a swift response when they go missing.

Findings and evaluation of progress

All children have an allocated social worker. Supervision is valued by workers but is not always seen in the written record.

Yours sincerely

[name]
His Majesty’s Inspector
"""

FOCUSED = """Focused visit to Far Hedge children’s services

This letter summarises the findings of the focused visit to Far Hedge from 10 to 11 June 2025. Inspectors looked at the
local authority’s arrangements for the front door.

Headline findings

Thresholds are well understood. There are serious weaknesses in the response out of hours.

Area for priority action

The local authority needs to take swift and decisive action to address the following:

• The response to children who need help at night.

What needs to improve in this area of social work practice

• The quality of referrals from partners.

Main findings

Contacts are screened promptly. Parents do not always know what was decided.
"""

JOINT = """Joint targeted area inspection of Far Hedge

Inspection dates: 6 to 10 October 2025

Headline findings

The partnership’s response to children who are criminally exploited is effective for most children. Information is shared
promptly between the police, health and children’s social care.

What needs to improve?

• The attendance of health professionals at strategy meetings.
• How the partnership learns from what children say.

Strengths

• Work with schools helps children to return to them sooner.
"""

BEFORE_2018 = """Far Hedge
Inspection of services for children in need of help and
protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children
Board1
Inspection date: 6 March 2017 to 30 March 2017
Report published: 22 May 2017

    Children’s services in Far Hedge require improvement to be good
                                                            Requires improvement to
    1. Children who need help and protection
                                                            be good

    2. Children looked after and achieving
                                                            Good
       permanence

           2.1 Adoption performance                         Outstanding

           2.2 Experiences and progress of care leavers     Inadequate

    3. Leadership, management and governance                Good


1
  This report is of two reviews.


                                                                        1

----- page -----
Executive summary

Children are helped early, and most families say that this made a difference to them.

Information about this local authority area

 About 30,000 children live here.

Recommendations
1.   Ensure that each child who returns from missing is
     offered an interview.

2.   The corporate parenting panel should hear from children.

                                                                        2

----- page -----
Inspection findings

3. Early help services are wide ranging. Debriefings are not always timely. (Recommendation)

Information about this inspection
Inspectors have looked closely at the experiences of children.
"""

ALL = {
    "report": REPORT,
    "monitoring": MONITORING,
    "focused": FOCUSED,
    "joint": JOINT,
    "before_2018": BEFORE_2018,
}
