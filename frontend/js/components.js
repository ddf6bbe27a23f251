import {
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
} from 'govuk-frontend'

const COMPONENTS = [
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
]

// Starts the components in `root`, itself included, that have not been started yet.
export function startComponents (root) {
  for (const Component of COMPONENTS) {
    const waiting = `[data-module="${Component.moduleName}"]:not([data-${Component.moduleName}-init])`
    const found = [...root.querySelectorAll(waiting)]
    if (root.matches(waiting)) found.unshift(root)
    for (const element of found) startOne(Component, element)
  }
}

// One faulty component must not take the others on the page with it.
function startOne (Component, element) {
  try {
    return new Component(element)
  } catch (error) {
    console.error(error)
  }
}
