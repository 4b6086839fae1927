// The way out: one press, or Escape three times within two seconds. The page is emptied at once, for the next
// one may be slow to come, and it takes this page's place in the history so that "back" does not return here.

const WITHIN = 2000

function leave(link) {
  document.body.replaceChildren()
  document.title = ""
  window.location.replace(link.href)
}

export function leaveQuickly(page) {
  const link = page.querySelector("a[data-quick-exit]")
  if (!link) return
  let presses = []
  link.addEventListener("click", (event) => {
    event.preventDefault()
    leave(link)
  })
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return
    presses = [...presses.slice(-2), event.timeStamp]
    if (presses.length === 3 && presses[2] - presses[0] < WITHIN) leave(link)
  })
}
