"""What inspectors wrote goes in, is read statement by statement, confirmed by a person, and held beside the last letter."""

from __future__ import annotations

from kittiwake.assurance.letters.tests.made_up import MONITORING, REPORT

LAST = REPORT.replace("2 March to 13 March 2026", "3 June to 14 June 2024")


def test_a_letter_is_read_confirmed_and_held_beside_the_last(visitor, site) -> None:
    # Given the report of the last inspection
    principal = visitor("principal")
    principal.opens("/inspectors-letters/")
    principal.sees("No letter yet")
    principal.presses("Add a letter")
    principal.types("Or paste its text", LAST)
    principal.presses("Read the letter")
    principal.is_on("Standard inspection, Far Hedge Council")
    principal.sees("Requires improvement to be good")

    # When the letter of a visit since is added
    principal.opens("/inspectors-letters/new/")
    principal.is_sent_back("Read the letter")
    principal.sees("Choose a file or paste the text")
    principal.types("Or paste its text", MONITORING)
    principal.presses("Read the letter")
    principal.sees("0 of 9 statements confirmed")

    # Then each statement is proposed with its words, and a person corrects what is read wrongly
    principal.presses("Confirm what waits")
    principal.chooses("It was the fourth monitoring visit", "Strength")
    principal.presses("Confirm these and go on")
    principal.follows("Back to the letter")
    principal.sees("2 of 9 statements confirmed")
    principal.follows("Read every statement")
    principal.sees("the rules had proposed: neither")

    # And a member reads what was said last time beside it
    member = visitor("member")
    member.opens("/inspectors-letters/")
    member.follows("Monitoring visit, Far Hedge")
    member.follows("This letter beside the last one")
    member.follows("Supervision")
    member.sees("Supervision is valued by workers but is not always seen in the written record.")
    member.sees("The frequency and recording of supervision.")
    principal.opens(member.page.url.partition("/beside/")[0].removeprefix(site.address) + "/correction/")
    principal.opens("/inspectors-letters/new/")
