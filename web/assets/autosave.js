// <form data-autosave> posts itself a moment after the last change, to its own action or to the address in
// data-autosave, and says so in the element with [data-saying] inside it (role="status"). Posts never overtake
// one another. The server answers 2xx when saved; anything else is said, and what was typed stays.

const PAUSE = 800

function keepSaved(form) {
  const saying = form.querySelector("[data-saying]")
  const address = form.dataset.autosave || form.action
  let timer = null
  let sending = false
  let changed = false

  const say = (words) => {
    if (saying) saying.textContent = words
  }

  async function send(leaving = false) {
    clearTimeout(timer)
    if (sending && !leaving) return
    sending = true
    changed = false
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "autosave" },
        credentials: "same-origin",
        keepalive: leaving,
      })
      say(answer.ok ? saying?.dataset.saved || "Saved" : saying?.dataset.unsaved || "Not saved yet. Check your answers, or use the button.")
      if (answer.ok) form.dispatchEvent(new CustomEvent("waymark:saved", { bubbles: true }))
    } catch {
      say(saying?.dataset.offline || "Not saved: there is no connection. What you wrote is still here.")
    } finally {
      sending = false
      if (changed && !leaving) later()
    }
  }

  function later() {
    changed = true
    clearTimeout(timer)
    timer = setTimeout(send, PAUSE)
  }

  form.addEventListener("input", later)
  form.addEventListener("change", later)
  form.addEventListener("submit", () => {
    clearTimeout(timer)
    changed = false
  })
  window.addEventListener("pagehide", () => changed && send(true))
}

export function saveAsYouGo(page) {
  page.querySelectorAll("form[data-autosave]").forEach(keepSaved)
}
