"""The page of one measure: its figure, the chart over time and between teams, and what each rests on."""
