// input[data-suggest="/suggest"]: offers what may be meant, in a datalist of the browser's own. Without it one just types.

const AFTER = 180 // milliseconds of rest between letters
const SHORTEST = 2

function offer(field, list, answers) {
  const words = answers.map((answer) => answer.text)
  if (words.includes(field.value)) return // it was just chosen
  list.replaceChildren(...words.map((text) => Object.assign(document.createElement("option"), { value: text })))
}

function follow(field) {
  const list = document.createElement("datalist")
  list.id = `${field.id}-suggestions`
  field.after(list)
  field.setAttribute("list", list.id)
  let waiting
  let asked = ""
  field.addEventListener("input", () => {
    clearTimeout(waiting)
    const words = field.value.trim()
    if (words.length < SHORTEST) return list.replaceChildren()
    waiting = setTimeout(async () => {
      asked = words
      try {
        const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`)
        if (answer.ok && asked === words) offer(field, list, await answer.json())
      } catch {
        // nothing is offered: typing goes on
      }
    }, AFTER)
  })
}

export function suggestWhileTyping(page) {
  for (const field of page.querySelectorAll("input[data-suggest]")) follow(field)
}
