// Small kindnesses, each behind one attribute:
//   details[data-open-wide]   stands open where filters have room beside the list
//   button[data-print]        prints the page
//   button[data-copy]         copies the text of data-copy (or this page's address) and says so
//   form[data-send-on-change] sends itself when a choice in it changes (never on typing)

export function openFiltersWithRoom(page) {
  const roomy = window.matchMedia("(min-width: 769px)")
  const follow = () => {
    for (const details of page.querySelectorAll("details[data-open-wide]")) details.open = roomy.matches
  }
  follow()
  roomy.addEventListener("change", follow)
}

export function printOnRequest(page) {
  for (const button of page.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => window.print())
  }
}

async function copy(button) {
  const words = button.dataset.copy || window.location.href
  const saying = page(button).querySelector("[data-copied]")
  try {
    await navigator.clipboard.writeText(words)
    if (saying) saying.textContent = "Copied"
  } catch {
    if (saying) saying.textContent = words // so that it can be copied by hand
  }
}

const page = (button) => button.closest("[data-copy-group]") || button.parentElement

export function copyOnRequest(document) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.addEventListener("click", () => copy(button))
  }
}

export function sendOnChange(page) {
  for (const form of page.querySelectorAll("form[data-send-on-change]")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, [type=radio], [type=checkbox]")) form.requestSubmit()
    })
  }
}
