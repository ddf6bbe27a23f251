// One line that says how the last request went: drafts saved, pages refreshed.

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London'
})

// 3:05pm, by the server's clock where it answered: a worker's own may be wrong.
export function timeOf (request) {
  const date = request?.getResponseHeader?.('Date')
  return CLOCK.format(date ? new Date(date) : new Date()).replace(/\s/g, '').toLowerCase()
}

// Writes only what has changed, so that a screen reader is not told the same thing twice.
export function say (line, text, { failed = false } = {}) {
  line.classList.toggle('kw-status--failed', failed)
  if (line.textContent !== text) line.textContent = text
}
