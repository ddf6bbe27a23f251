// Says that scripts run, so that the styles of GOV.UK's components may count on them.
// Loaded on its own as the first thing in the body, so that nothing is drawn twice.

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
