import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Manifest } from 'vite'
import { ownNames, languages, type Language } from '#languages.ts'
import type { render as Render } from '../server.ts'
import { bootScript } from './bootScript.ts'
import { compileCourse } from './compileCourse.ts'
import { catalogueOf } from './coursePlugin.ts'
import { policy } from './policy.ts'
import { routesOf } from './routesOf.ts'

type Rendered = Awaited<ReturnType<typeof Render>>

const escape = (text: string) => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Write every page of the site as HTML into `dist/`, its styles and data inside, its scripts preloaded. */
export async function prerender(base: string, load: (file: string) => Promise<unknown>): Promise<void> {
  const course = compileCourse(resolve('.'))
  const { render } = await load(pathToFileURL(resolve('.build/server/server.js')).href) as { render: typeof Render } // built a moment ago
  const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Manifest // Vite wrote it a moment ago
  const template = readFileSync('dist/index.html', 'utf8')
  for (const path of routesOf(course)) {
    const page = await render(path, course.pieces, lang => catalogueOf(course, lang) as never) // the same shape, seen from the other side of the build
    const file = join('dist', path, 'index.html')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, assemble(template, path, page, manifest, base))
  }
  writeFileSync('dist/index.html', languageList(base))
  rmSync('dist/.vite', { recursive: true })
}

/** Files a set of modules needs, with all they import. */
function filesOf(manifest: Manifest, modules: readonly string[]) {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const walk = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || scripts.has(chunk.file)) return
    scripts.add(chunk.file)
    for (const style of chunk.css ?? []) styles.add(style)
    for (const each of chunk.imports ?? []) walk(each)
  }
  for (const module of modules) walk(module)
  return { scripts: [...scripts], styles: [...styles] }
}

function assemble(template: string, path: string, page: Rendered, manifest: Manifest, base: string): string {
  const language = String(page.params.language) as Language // routesOf lists only paths that begin with one
  const words = ['app'].map(room => `locales/${language}/interface/${room}.json`)
  const kinds = kindsOf(page).flatMap(kind => Object.keys(manifest).filter(key => key.startsWith(`src/quiz/${kind}/`)))
  const all = filesOf(manifest, ['index.html', ...page.modules, ...words, ...kinds])
  const first = new Set(filesOf(manifest, ['index.html']).scripts)
  const css = all.styles.map(file => readFileSync(join('dist', file), 'utf8').trim()).join('')
  const boot = bootScript()
  const rest = path.slice(language.length + 1)
  const head = [
    policy({ scripts: [boot], styles: [css] }),
    `<script>${boot}</script>`,
    `<style>${css}</style>`,
    // Marked as held, so that the scripts below do not ask for them again.
    ...all.styles.map(file => `<link rel="stylesheet" href="${base}${file}" disabled>`),
    ...all.scripts.filter(file => !first.has(file)).map(file => `<link rel="modulepreload" crossorigin href="${base}${file}">`),
    `<meta name="description" content="${escape(page.description)}">`,
    ...Object.keys(languages).map(each => `<link rel="alternate" hreflang="${each}" href="${base}${each}${rest}">`),
  ].join('\n')
  const brought = JSON.stringify(page.held).replaceAll('<', '\\u003c')
  return template
    .replace(/<link rel="stylesheet"[^>]*>\s*/g, '')
    .replace(/<html lang="en" dir="ltr">/, `<html lang="${language}" dir="${languages[language]}">`)
    .replace(/<title>.*?<\/title>/, () => `<title>${escape(page.title)}</title>`)
    .replace('<!--head-->', () => head)
    .replace('<!--app-->', () => page.html)
    .replace('</body>', () => `<script type="application/json" id="brought">${brought}</script>\n</body>`)
}

const kindsOf = ({ held }: Rendered): string[] => Object.values(held).flatMap(piece => (piece as { kinds?: string[] }).kinds ?? []) // only lessons have kinds

/** `/`: the languages, each in its own words, readable without script; with it, on to the kept or guessed one. */
function languageList(base: string): string {
  const codes = Object.keys(languages) as Language[] // keys of our own list
  const script = `try{var l=localStorage.getItem('peace.language')}catch(e){}var k=${JSON.stringify(codes)};if(k.indexOf(l)<0)l=(navigator.languages||[]).map(function(x){return x.toLowerCase().split('-')[0]}).filter(function(x){return k.indexOf(x)>=0})[0]||'en';location.replace('${base}'+l+'/')`
  const style = 'body{font:1.2rem/2.6 system-ui,sans-serif;margin:10vh auto;max-width:20rem;padding:1rem}a{color:inherit}li{list-style:none}'
  return `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${policy({ scripts: [script], styles: [style] })}
<title>Peace and Solidarity</title><style>${style}</style><script>${script}</script></head>
<body><ul>${codes.map(code => `<li><a lang="${code}" dir="${languages[code]}" hreflang="${code}" href="${base}${code}/">${ownNames[code]}</a></li>`).join('')}</ul></body></html>
`
}
