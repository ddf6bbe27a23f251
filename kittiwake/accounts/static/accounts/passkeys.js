// Passkeys need scripts and a browser that knows them: what offers them is hidden until both are there.
// When one is refused, or its window is closed, allauth's scripts tell the console; this tells the person.

const works = Boolean(window.PublicKeyCredential)
for (const offer of document.querySelectorAll('[data-passkeys]')) offer.hidden = !works
for (const excuse of document.querySelectorAll('[data-no-passkeys]')) excuse.hidden = works

document.addEventListener('allauth.error', (event) => {
  const problem = document.getElementById('passkey-problem')
  if (!problem) return
  event.preventDefault()
  problem.hidden = false
  problem.focus()
})
