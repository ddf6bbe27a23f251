import { say, timeOf } from './status.js'

// An element with data-draft-status saves a draft by htmx, and says here whether that worked.
export function watchDrafts () {
  document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
    if (!target.matches('[data-draft-status]')) return
    if (detail.successful) {
      say(target, `Draft saved at ${timeOf(detail.xhr)}`)
    } else {
      say(target, 'Your draft could not be saved. What you typed is still on this page.', { failed: true })
    }
  })
}
