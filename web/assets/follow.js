// [data-follow="/imports/…"]: shows how something goes on, without reloading under the reader's hands. When the page at
// the address has no such element any more it has come to its end, and is opened.

const EVERY = 2000 // milliseconds

async function look(element) {
  try {
    const answer = await fetch(element.dataset.follow, { headers: { Accept: "text/html" } })
    if (!answer.ok) return true
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const found = page.querySelector("[data-follow]")
    if (!found) {
      window.location.assign(element.dataset.follow)
      return false
    }
    if (found.innerHTML !== element.innerHTML) element.innerHTML = found.innerHTML
  } catch {
    // the network is away for a moment: the next look may succeed
  }
  return true
}

export function followProgress(page) {
  for (const element of page.querySelectorAll("[data-follow]")) {
    const again = async () => {
      if (await look(element)) setTimeout(again, EVERY)
    }
    setTimeout(again, EVERY)
  }
}
