import './supported.js'
import { startComponents } from './components.js'
import { watchDrafts } from './drafts.js'
import { watchRefreshes } from './refreshed.js'

watchDrafts()
watchRefreshes()
startComponents(document.body)

// What htmx puts into the page has components of its own.
document.addEventListener('htmx:load', ({ detail }) => startComponents(detail.elt))
