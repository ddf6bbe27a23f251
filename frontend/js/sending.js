import { Upload } from 'tus-js-client'

import { say } from './status.js'

// Files of a form are sent piece by piece as soon as they are chosen, and the form says only which have arrived.
// Nothing is kept in the browser: a file that is chosen again goes on where it stopped, since the server knows it.

const PIECE = 512 * 1024
const AGAIN = [0, 1000, 3000, 5000, 10000, ...Array(60).fill(15000)] // milliseconds
const SIGNED_OUT = [200, 401] // led to the sign-in page, or told so
const NOT_YET = 'The files are still being sent. They are added as soon as they have arrived.'

class SentFile {
  constructor (sending, file) {
    Object.assign(this, { sending, file, state: 'sending' })
    this.draw()
    this.start()
  }

  draw () {
    this.line = document.createElement('li')
    this.said = Object.assign(document.createElement('span'), { className: 'kw-sending__said' })
    this.bar = Object.assign(document.createElement('progress'), { className: 'kw-progress', max: 100, value: 0 })
    this.bar.setAttribute('aria-label', this.file.name)
    this.again = this.button('Try again', () => this.start())
    this.line.append(
      Object.assign(document.createElement('strong'), { textContent: this.file.name }), ' ', this.said, this.bar,
      this.again, this.button('Remove', () => this.remove())
    )
    this.sending.list.append(this.line)
  }

  button (text, act) {
    const button = document.createElement('button')
    Object.assign(button, { type: 'button', className: 'govuk-button govuk-button--secondary kw-sending__button' })
    const whose = Object.assign(document.createElement('span'), { className: 'govuk-visually-hidden', textContent: ` ${this.file.name}` })
    button.append(text, whose)
    button.addEventListener('click', act)
    return button
  }

  start () {
    const { to, most } = this.sending
    if (this.file.size > most) return this.fail(`It is too large. A file may have ${most / 1e6} MB at most.`)
    if (!this.file.size) return this.fail('It is empty.')
    this.become('sending', '0%')
    this.upload ??= new Upload(this.file, {
      endpoint: to,
      headers: { 'X-CSRFToken': this.sending.token, 'HX-Request': 'true' },
      metadata: { filename: this.file.name, changed: String(this.file.lastModified) },
      chunkSize: PIECE,
      retryDelays: AGAIN,
      overridePatchMethod: true,
      storeFingerprintForResuming: false,
      onShouldRetry: (error) => this.mayGoOn(error),
      onProgress: (sent, all) => this.become('sending', `${Math.floor(100 * sent / all)}%`, 100 * sent / all),
      onSuccess: () => this.arrive(),
      onError: (error) => this.fail(why(error))
    })
    this.upload.start()
  }

  mayGoOn (error) {
    const status = error.originalResponse?.getStatus() ?? 0
    const goesOn = !status || status >= 500 || [409, 423, 429].includes(status)
    if (!status) this.become('sending', 'There is no connection. It goes on by itself when there is.')
    return goesOn
  }

  arrive () {
    const key = this.upload.url.match(/(\d+)\/$/)[1]
    this.input = Object.assign(document.createElement('input'), { type: 'hidden', name: this.sending.as, value: key })
    this.sending.form.append(this.input)
    this.become('arrived', 'Sent', 100)
    this.sending.tell()
  }

  fail (text) {
    this.become('failed', text)
    this.sending.tell()
  }

  become (state, text, done) {
    this.state = state
    this.said.textContent = text
    if (done !== undefined) this.bar.value = done
    this.bar.hidden = state !== 'sending'
    this.again.hidden = state !== 'failed'
    this.line.classList.toggle('kw-sending__file--failed', state === 'failed')
  }

  remove () {
    this.upload?.abort()
    this.input?.remove()
    this.line.remove()
    this.sending.files.delete(this)
    this.sending.tell()
    this.sending.chooser.focus()
  }
}

class Sending {
  constructor (place) {
    const { sends, to, as, most } = place.dataset
    this.form = document.querySelector(`input[type=file][name="${sends}"]`).form
    Object.assign(this, { to, as, most: Number(most), files: new Set(), isAwaited: false })
    this.token = this.form.querySelector('[name=csrfmiddlewaretoken]').value
    this.list = place.querySelector('ul')
    this.status = place.querySelector('[role=status]')
    const group = this.input(sends).closest('.govuk-form-group')
    group.append(place)
    place.hidden = false
    // GOV.UK's component may put a button in the place of the question.
    this.chooser = group.querySelector('button') ?? this.input(sends)
    this.input(sends).addEventListener('change', ({ target }) => this.choose(target))
    this.form.addEventListener('submit', (event) => this.hold(event))
    window.addEventListener('online', () => this.failed.forEach((file) => file.start()))
  }

  input (name) {
    return document.querySelector(`input[type=file][name="${name}"]`)
  }

  get failed () {
    return [...this.files].filter((file) => file.state === 'failed')
  }

  get underWay () {
    return [...this.files].filter((file) => file.state === 'sending')
  }

  // The form does not send them a second time.
  choose (input) {
    const chosen = [...input.files]
    if (!chosen.length) return
    input.value = ''
    input.dispatchEvent(new Event('change'))
    for (const file of chosen) this.files.add(new SentFile(this, file))
    this.tell()
  }

  hold (event) {
    if (!this.underWay.length) return
    event.preventDefault()
    this.isAwaited = true
    this.tell()
  }

  tell () {
    const arrived = [...this.files].filter((file) => file.state === 'arrived').length
    const text = this.files.size ? `${arrived} of ${this.files.size} sent. ${this.isAwaited && this.underWay.length ? NOT_YET : ''}` : ''
    say(this.status, text.trim(), { failed: this.failed.length > 0 })
    if (this.isAwaited && !this.underWay.length) {
      this.isAwaited = false
      if (!this.failed.length) this.form.requestSubmit()
    }
  }
}

function why (error) {
  const response = error.originalResponse
  const status = response?.getStatus() ?? 0
  if (SIGNED_OUT.includes(status)) {
    return 'You have been signed out. Press “Add them” and sign in: then choose this file again, and it goes on where it stopped.'
  }
  if (status === 422) return response.getBody()
  if (status === 403 || status === 404) return 'You can no longer add files here.'
  return 'It could not be sent. What has arrived is kept for a day.'
}

for (const place of document.querySelectorAll('[data-sends]')) new Sending(place)
