// <form data-autosave> posts itself a moment after the last change, to its own action or to the address in
// data-autosave, and says so in the element with [data-saying] inside it (role="status"). Posts never overtake
// one another, and a button waits for the post in hand. The server answers 2xx when saved; anything else is said,
// and what was typed stays. It may answer with JSON: `say`, words to show, and `fields`, new values of hidden
// fields such as the version that was saved.

const PAUSE = 800

function keepSaved(form) {
  const saying = form.querySelector("[data-saying]")
  const address = form.dataset.autosave || form.action
  let timer = null
  let sending = false
  let changed = false
  let waiting = null

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
      const kept = answer.ok && !answer.redirected // a redirect leads to signing in
      const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {}
      for (const [name, value] of Object.entries(told.fields || {})) form.elements[name].value = value
      say(told.say || (kept ? saying?.dataset.saved || "Saved" : saying?.dataset.unsaved || "Not saved yet. Check your answers, or use the button."))
      if (kept) form.dispatchEvent(new CustomEvent("waymark:saved", { bubbles: true }))
    } catch {
      say(saying?.dataset.offline || "Not saved: there is no connection. What you wrote is still here.")
    } finally {
      sending = false
      if (waiting) form.requestSubmit(waiting === true ? null : waiting)
      else if (changed && !leaving) later()
    }
  }

  function later() {
    changed = true
    clearTimeout(timer)
    timer = setTimeout(send, PAUSE)
  }

  form.addEventListener("input", later)
  form.addEventListener("change", later)
  form.addEventListener("submit", (event) => {
    clearTimeout(timer)
    changed = false
    if (!sending) return
    event.preventDefault()
    waiting = event.submitter || true
  })
  window.addEventListener("pagehide", () => changed && send(true))
}

export function saveAsYouGo(page) {
  page.querySelectorAll("form[data-autosave]").forEach(keepSaved)
}
