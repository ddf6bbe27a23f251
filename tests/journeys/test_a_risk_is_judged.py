"""A worker assesses a child, judges otherwise than the score, and the risks move; a manager countersigns."""

from __future__ import annotations


def test_a_worker_assesses_and_a_manager_countersigns(visitor, site) -> None:
    ash = site.children["ash"]

    # Given a worker at the whole questionnaire, answered with nothing to see except an adult of concern
    worker = visitor("worker")
    worker.opens(f"/children/{ash}/assessments/")
    worker.sees("That is not the same as there being none")
    worker.presses("Assess")
    worker.types("What does the child say about it?", "He looks after me")
    worker.types("What have they been through before", "Hurt by a stepfather")
    fill_in(worker, {"adults": "current"})
    worker.types("Adults of concern: what tells you so?", "He waits outside school. Seen twice by her tutor.")
    worker.types("What do you make of it?", "A man has a hold on her")
    worker.chooses("How high do you judge it to be?", "Significant")

    # When they judge it higher than the score without saying why, they are told both, and nothing is lost
    worker.is_sent_back("Save")
    worker.sees("you judge it “Significant”. Say why.")
    worker.types("If it differs from what the answers add up to, why?", "He has done this to two others")
    worker.presses("Save")

    # Then what it means for the risks is theirs to decide
    worker.sees("Nothing moves by itself")
    worker.chooses("Adults of concern: what do you decide?", "Significant")
    worker.presses("Save")
    worker.sees("Opened as significant".lower())
    worker.sees("A manager has not countersigned it yet")

    # And the manager reads the reason and countersigns
    manager = visitor("manager")
    manager.opens("/oversight/")
    manager.follows("Ash Alder: Exploitation risk assessment")
    manager.follows("Read what is put forward")
    manager.sees("He has done this to two others")
    manager.page.go_back()
    manager.chooses("What do you decide?", "Accept it")
    manager.presses("Record your decision")
    worker.opens(f"/children/{ash}/assessments/")
    worker.sees("Judged higher than the score")

    # And a place is assessed with no child in it
    worker.opens("/contexts/")
    worker.presses("Add a place or a group")
    worker.chooses("What is it?", "A place")
    worker.types("What do people call it?", "The old bus stands")
    worker.presses("Add and assess")
    worker.sees("Name no child here.")


def fill_in(visitor, marked: dict[str, str]) -> None:
    """Every question with choices: what is marked, and otherwise the first."""
    groups = visitor.page.evaluate(
        "[...new Set([...document.querySelectorAll('input[type=radio]')].map(one => one.name))]"
    )
    for name in groups:
        if name != "judged":
            box = visitor.page.locator(f'input[name="{name}"]')
            (
                box.and_(visitor.page.locator(f'[value="{marked[name]}"]')) if name in marked else box.first
            ).check()
