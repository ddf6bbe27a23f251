import { say, timeOf } from './status.js'

// An element with data-draft-status saves a draft by htmx, and says here whether that worked.
export function watchDrafts () {
  document.addEventListener('htmx:afterRequest', ({ target, detail }) => {
    if (!target.matches('[data-draft-status]')) return
    if (detail.successful) {
      say(target, `Draft saved at ${timeOf(detail.xhr)}`)
    } else if (detail.xhr?.status === 401) {
      say(target, 'You have been signed out. What you typed is still on this page: send it, sign in again, and it is back in the form.', { failed: true })
    } else {
      say(target, 'Your draft could not be saved. What you typed is still on this page.', { failed: true })
    }
  })
}
