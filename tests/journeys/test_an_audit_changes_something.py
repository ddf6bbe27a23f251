"""An audit action that changed nothing is found on the board, sent back, done properly, and closed once it helped."""

from __future__ import annotations


def test_an_action_is_closed_only_when_it_changed_something(visitor, site) -> None:
    linnet = site.children["linnet"]

    # Given an action whose owner says it is done, a week past its day, on the manager's board
    manager = visitor("manager")
    manager.opens("/board/?kind=audits.without_effect")
    manager.sees("Audit action without an effect")
    manager.sees("Linnet Furze")
    manager.page.get_by_role("link", name="See what it waits for").first.click()
    manager.is_on("Update the safety plan")
    manager.sees("Said to be done, late")
    manager.sees("Nothing on their record shows it yet.")

    # When the manager reads the record beside it and finds that nothing has changed
    manager.presses("Check the evidence")
    manager.chooses(
        "You have read the record beside what its owner says. What does it show?", "Nothing has changed"
    )
    manager.is_sent_back("Save")
    manager.types("What did you find?", "A plan was saved. Linnet was out until midnight three times since.")
    manager.presses("Save")
    manager.sees("Sent back")
    manager.sees("Its owner has not yet said that it is done")

    # Then the worker finds it waiting, and does it properly
    worker = visitor("worker")
    worker.opens("/audits/")
    worker.follows("Linnet Furze: Update the safety plan")
    worker.sees("Linnet was out until midnight")
    worker.presses("It is done")
    worker.types(
        "What was done, and what shows it?", "Somebody walks home with Linnet from the club on Fridays."
    )
    worker.presses("Save")
    worker.sees("Somebody other than its owner must check the evidence first.")

    # And what shows it is checked, tied to the child's own record, and closed by somebody else
    manager.opens("/audits/")
    manager.follows("Linnet Furze: Update the safety plan")
    manager.presses("Check the evidence")
    manager.chooses(
        "You have read the record beside what its owner says. What does it show?",
        "It was done, and the record shows it",
    )
    manager.types("What did you find?", "Two sessions, and her aunt says the same.")
    manager.presses("Save")

    # Whoever checked the evidence does not also say what it changed: a third person does
    here = manager.page.url.removeprefix(site.address)
    third = visitor("service_manager")
    third.opens(here)
    third.presses("Confirm its effect")
    third.page.get_by_label("Which entry on their record shows it?").select_option(index=1)
    third.types("What is different for the child?", "Linnet has been home by nine for two weeks")
    third.presses("Save")
    third.sees("Linnet has been home by nine for two weeks")
    third.follows("Check whether it is about the child")
    third.chooses("Is it about the child or about process?", "About the child")
    third.presses("Save")
    third.presses("Close this action")
    third.types(
        "What do others learn from this?", "A plan changes nothing until somebody walks home with them"
    )
    third.presses("Save")
    third.sees("Closed")

    # So the board has nothing more to say about it
    manager.opens("/board/?kind=audits.without_effect")
    assert "Linnet" not in manager.page.content()
    worker.opens(f"/children/{linnet}/audits/")
    assert "Actions that are still open" not in worker.page.content()
