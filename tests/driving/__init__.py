"""Every form of the service, driven from its own fields as the right person: whatever is typed, the answer is a page
that says in one sentence, beside the question, what is wrong, and shows again what was typed.

`world` has the people and what was made (as the access matrix makes it), `states` what a form needs beyond that,
`page_forms` reads a form off a page, `filling` thinks of answers, `driver` sends them, `trying` the wrong ones.
"""
