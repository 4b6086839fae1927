// [data-key="n"]       is pressed by the key N, on pages that have a [data-keys-switch]
// [data-keys-switch]   turns that off and on (a person who speaks to her computer must be able to), and remembers it

const KEPT = "keys-off"

const writes = (element) => element.matches("input, select, textarea, [contenteditable]")

function off() {
  try {
    return localStorage.getItem(KEPT) === "yes"
  } catch {
    return false // no storage here: keys work, as nobody has said otherwise
  }
}

function turn(isOff) {
  try {
    localStorage.setItem(KEPT, isOff ? "yes" : "no")
  } catch {
    // it holds for this page alone
  }
}

export function pressByKey(page) {
  const button = page.querySelector("[data-keys-switch]")
  if (!button) return
  let isOff = off()
  const show = () => {
    button.setAttribute("aria-pressed", String(!isOff))
    page.body.classList.toggle("wm-keys-off", isOff)
  }
  button.addEventListener("click", () => {
    isOff = !isOff
    turn(isOff)
    show()
  })
  page.addEventListener("keydown", (event) => {
    if (isOff || event.repeat || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return
    const key = event.key.toLowerCase()
    const pressed = [...page.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key)
    if (!pressed) return
    event.preventDefault()
    pressed.click()
  })
  show()
}
