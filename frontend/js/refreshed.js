import { say, timeOf } from './status.js'

// A line with data-refreshed="CSS selector" says when the element it names was last brought up to date.
export function watchRefreshes () {
  document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
    for (const line of document.querySelectorAll('[data-refreshed]')) {
      if (target.matches(line.dataset.refreshed)) tell(line, detail)
    }
  })
}

function tell (line, { successful, xhr }) {
  if (successful) {
    line.dataset.refreshedAt = timeOf(xhr)
    say(line, `Last refreshed at ${line.dataset.refreshedAt}`)
  } else {
    const known = line.dataset.refreshedAt ? ` It shows what was known at ${line.dataset.refreshedAt}.` : ''
    say(line, `This page could not be refreshed at ${timeOf(xhr)}.${known}`, { failed: true })
  }
}
