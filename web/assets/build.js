// Compiles the style sheets and scripts into web/static, minified, each with a .gz beside it.
// Run by `make assets`; the results are committed, so nobody needs Node to install or run Waymark.

import { createHash } from "node:crypto"
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { buildSync, transformSync } from "esbuild"
import rtlcss from "rtlcss"
import { compile } from "sass"

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, "..", "..")
const modules = join(root, "node_modules")
const out = join(here, "..", "static")

// Upstream compiles colours in. Reading them from our custom properties lets a deployer change them later.
function readColoursFromProperties(css) {
  const [, names] = css.match(/:root\{(--wm-[^}]*)\}/)
  const known = Object.fromEntries(names.split(";").map((pair) => pair.split(/:\s*/).reverse()))
  return css.replace(/(--wm-[a-z-]+:\s*)?(#[0-9a-f]{6})\b/g, (all, property, hex) =>
    property || !known[hex] ? all : `var(${known[hex]})`,
  )
}

function write(name, text) {
  writeFileSync(join(out, name), text)
  writeFileSync(join(out, `${name}.gz`), gzipSync(text, { level: 9 }))
  console.log(`${name}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`)
}

function script(name) {
  const result = buildSync({
    entryPoints: [join(here, name)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2018",
    legalComments: "none",
  })
  write(name, result.outputFiles[0].text)
}

function styles() {
  const { css } = compile(join(here, "waymark.scss"), { loadPaths: [modules], charset: false, quietDeps: true })
  const { code } = transformSync(css, { loader: "css", minify: true, charset: "utf8", legalComments: "none" })
  const ours = readColoursFromProperties(code.replaceAll("images/nhsuk-icon-cross.svg", "cross.svg"))
  write("waymark.css", ours)
  write("waymark.rtl.css", rtlcss.process(ours))
}

// A test compares this with the sources, so that nobody forgets to build after changing one.
function noteSources() {
  const names = readdirSync(here).filter((name) => name !== "built_from.txt").sort()
  const hash = createHash("sha256")
  for (const path of [...names.map((name) => join(here, name)), join(root, "package-lock.json")]) {
    hash.update(readFileSync(path))
  }
  writeFileSync(join(here, "built_from.txt"), `${hash.digest("hex")}\n`)
}

mkdirSync(join(out, "leaflet"), { recursive: true })
styles()
script("waymark.js")
script("map.js")
for (const name of ["leaflet.js", "leaflet.css"]) {
  const text = readFileSync(join(modules, "leaflet", "dist", name), "utf8")
  write(`leaflet/${name}`, text.replace(/\n?\/\/# sourceMappingURL=.*/, ""))
}
for (const name of ["mark.svg", "cross.svg"]) copyFileSync(join(here, name), join(out, name))
noteSources()
