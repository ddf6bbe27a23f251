"""The terms and training days of each school, typed or pasted. A limit in school days is counted by its school's."""
