"""A director publishes a report; the lead member reads it, asks about one of its pages, and is answered."""

from __future__ import annotations


def test_a_report_is_published_read_asked_about_and_answered(visitor, site) -> None:
    report = f"/reports/{site.made['report']}/"

    # Given a draft that a member does not find
    member = visitor("member")
    member.opens("/")
    member.is_on("Reports")
    member.sees("Nothing is published yet")

    # When the director reads it and publishes it
    director = visitor("director")
    director.opens(report)
    director.sees("DRAFT – not for publication")
    director.presses("Publish")
    director.is_on("Publish this report")
    director.presses("Publish")
    director.sees("Published on")
    assert not director.page.get_by_text("DRAFT").count()

    # Then the member reads it page by page
    member.opens("/")
    member.follows("Children who go missing, in plain words")
    member.sees("Contents: one question a page")
    member.follows("Children who go missing")
    member.sees("looked for at once")
    member.sees("Fewer go missing.")
    member.sees("It never means none")
    member.page.get_by_text("Month by month").first.click()
    member.looks_right()
    member.follows("What is it today, and why has it changed?")
    member.sees("As published")
    member.sees("How many records that were is not shown")

    # And asks about that page
    member.opens(f"{report}themes/missing/")
    member.presses("Ask a question about this")
    member.is_on("Ask a question")
    member.is_sent_back("Ask")
    member.sees("Write your question")
    member.types("Your question", "Why did fewer children talk to somebody?")
    member.presses("Ask")
    member.is_on("Question of a member")
    member.sees("Waits for an answer")

    # The one who is accountable finds it first of all, and answers
    manager = visitor("service_manager")
    manager.opens("/")
    manager.sees("Members wait for your answer")
    manager.follows("Why did fewer children talk to somebody?")
    manager.presses("Answer")
    manager.types("Your answer", "One team had nobody for the evenings. It has now.")
    manager.presses("Answer")
    manager.sees("Answered")

    # And the member reads it, asks again, and closes it when it is enough
    member.opens("/reports/questions/")
    member.follows("Why did fewer children talk to somebody?")
    member.sees("One team had nobody for the evenings.")
    member.presses("Ask again")
    member.types("What do you still want to know?", "Since when?")
    member.presses("Ask")
    member.sees("Waits for an answer")
    manager.opens("/")
    manager.follows("Since when?")
    manager.presses("Answer")
    manager.types("Your answer", "Since October.")
    manager.presses("Answer")
    member.page.reload()
    member.sees("Since October.")
    member.follows("Close this question")
    member.presses("Close it")
    member.sees("Closed on")
