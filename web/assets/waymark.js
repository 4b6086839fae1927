// Everything works without this file. With it: a quicker way out, saving as you go, counts, filters opened
// where there is room. No inline script anywhere, so that the content security policy can stay strict.

import { Button } from "nhsuk-frontend/dist/nhsuk/components/button/button.mjs"
import { CharacterCount } from "nhsuk-frontend/dist/nhsuk/components/character-count/character-count.mjs"
import { Checkboxes } from "nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs"
import { ErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs"
import { PasswordInput } from "nhsuk-frontend/dist/nhsuk/components/password-input/password-input.mjs"
import { Radios } from "nhsuk-frontend/dist/nhsuk/components/radios/radios.mjs"
import { SkipLink } from "nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs"
import { saveAsYouGo } from "./autosave.js"
import { copyOnRequest, openFiltersWithRoom, printOnRequest, sendOnChange } from "./conveniences.js"
import { followProgress } from "./follow.js"
import { pressByKey } from "./keys.js"
import { leaveQuickly } from "./quick_exit.js"
import { suggestWhileTyping } from "./suggest.js"

// Before anything else, and even if something below fails.
leaveQuickly(document)

document.body.classList.add("js-enabled", "nhsuk-frontend-supported")

for (const Part of [Button, CharacterCount, Checkboxes, ErrorSummary, PasswordInput, Radios, SkipLink]) {
  for (const element of document.querySelectorAll(`[data-module="${Part.moduleName}"]`)) {
    try {
      new Part(element)
    } catch (reason) {
      console.error(reason) // one broken part must not take the others with it
    }
  }
}

openFiltersWithRoom(document)
printOnRequest(document)
copyOnRequest(document)
sendOnChange(document)
suggestWhileTyping(document)
saveAsYouGo(document)
followProgress(document)
pressByKey(document)
