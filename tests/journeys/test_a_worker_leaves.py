"""A manager lets a worker go: is stopped, gives the child somebody they know, sees them introduced, and ends the post."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import now

from kittiwake.time.moments import local


def enters(visitor, group: str, days: int) -> None:
    on = local(now() + timedelta(days=days))
    visitor.enters_day(group, str(on.day), str(on.month), str(on.year))


def test_nobody_leaves_while_a_child_is_theirs(visitor, site) -> None:
    # Given a worker with a child, about to leave
    manager = visitor("manager")
    manager.opens("/workers/")
    manager.follows("Colleague")
    manager.sees("Briar Beech")
    manager.finds_step("Briar Beech", "Still theirs")

    # When the manager ends the post, they are told what is in the way
    enters(manager, "From which day do they not work here any more?", 3)
    manager.types("Why do they leave?", "A new post")
    manager.is_sent_back("End their post")
    manager.sees("1 child is still with Colleague")

    # And give the child somebody else
    manager.follows("Briar Beech")
    manager.is_on("Change their worker")
    manager.chooses("Who will have them?", "A named worker")
    chosen = manager.page.get_by_label("Which worker?").locator("option", has_text="Worker, North team")
    manager.page.get_by_label("Which worker?").select_option(chosen.get_attribute("value"))
    manager.is_sent_back("Change their worker")
    manager.sees("Select why the worker changes")
    manager.page.get_by_label("Why does the worker change?").select_option("left")
    manager.presses("Change their worker")
    manager.sees("Briar Beech is with Worker from")
    manager.is_on("Colleague")

    # And whoever leaves writes what matters and signs, and the new worker meets the child
    colleague = visitor("colleague")
    colleague.opens(f"/children/{site.children['briar']}/workers/")
    colleague.follows("Worker")
    colleague.follows("Write what is handed over")
    colleague.types("What matters to this child now?", "Drawing, and time to think")
    colleague.types("What was promised to them, and by when?", "Nothing was promised")
    colleague.presses("Save")
    colleague.follows("Signed by Colleague")
    colleague.page.get_by_label("I have read what is handed over").check()
    colleague.presses("Save")
    worker = visitor("worker")
    worker.opens("/")
    worker.sees("Briar Beech")
    worker.sees("New worker introduced to the child")
    worker.page.goto(colleague.page.url)
    worker.follows("Signed by Worker")
    worker.page.get_by_label("I have read what is handed over").check()
    worker.presses("Save")
    worker.follows("Introduce the new worker to the child")
    worker.types("Who introduced them?", "Colleague")
    enters(worker, "When was the child told who it would be?", 0)
    worker.chooses("Who told them?", "The worker they knew told them")
    worker.types("What did the child say?", "You can stay for tea")
    worker.presses("Save")
    worker.sees("You can stay for tea")
    worker.finds_step("Introduce the new worker to the child", "Done")

    # Then the post can end
    manager.opens("/workers/")
    manager.follows("Colleague")
    manager.sees("Every child and every action has gone to somebody.")
    enters(manager, "From which day do they not work here any more?", 3)
    manager.types("Why do they leave?", "A new post")
    manager.presses("End their post")
    manager.sees("Colleague does not work here from")
