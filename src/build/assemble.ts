import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, ownNames, type Language } from '#languages.ts'
import { bootScript } from './bootScript.ts'
import { filesOf, type Chunks } from './chunksPlugin.ts'
import { policy } from './policy.ts'

/** What every page of a build shares: `paths` are all there are. */
export interface Site { template: string, chunks: Chunks, base: string, build: string, paths: ReadonlySet<string> }

/** One page: its language, its path below it, its words and HTML, and what it loads and brings along. */
export interface Shown { language: Language, rest: string, title: string, description: string, html: string, structured?: object, held: Record<string, unknown>, files: Record<string, string>, modules: string[], styled: string[] }

const escape = (text: string) => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** JSON that may stand inside a page. */
export const inPage = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** A page of the site as HTML. */
export function assemble({ template, chunks, base, build, paths }: Site, { language, rest, title, description, html, structured, held, files, modules, styled }: Shown): string {
  const { scripts } = filesOf(chunks, ['src/main.ts', ...modules])
  const { styles } = filesOf(chunks, ['src/main.ts', ...modules, ...styled])
  const css = styles.map(file => readFileSync(join('dist', file), 'utf8').trim()).join('')
  const boot = bootScript(html.includes('data-tap="leave"') ? `${base}plain/index.html` : undefined)
  const { frame: words } = JSON.parse(readFileSync(`locales/${language}/interface/student.json`, 'utf8')) as { frame: Record<'noScript' | 'tooOld', string> } // our own file
  const head = [
    policy({ scripts: [boot], styles: [css] }),
    `<script>${boot}</script>`,
    `<style>${css}</style>`,
    // Marked as held, so that the scripts below do not ask for them again.
    ...styles.map(file => `<link rel="stylesheet" href="${base}${file}" disabled>`),
    ...scripts.filter(file => !template.includes(file)).map(file => `<link rel="modulepreload" crossorigin href="${base}${file}">`),
    ...Object.values(files).map(file => `<link rel="preload" as="fetch" crossorigin href="${base}${file}">`),
    `<meta name="build" content="${build}">`,
    ...(description ? [`<meta name="description" content="${escape(description)}">`] : []),
    `<link rel="manifest" href="${base}manifest.${language}.webmanifest">`,
    ...(html ? Object.keys(languages).filter(each => paths.has(`/${each}${rest}`)).map(each => `<link rel="alternate" hreflang="${each}" href="${base}${each}${rest}">`) : []),
    ...(structured ? [`<script type="application/ld+json">${inPage(structured)}</script>`] : []),
  ].join('\n')
  return template
    .replace(/<link rel="stylesheet"[^>]*>\s*/g, '')
    .replace('<html lang="en" dir="ltr">', `<html lang="${language}" dir="${languages[language]}">`)
    .replace(/<title>.*?<\/title>/, () => `<title>${escape(title)}</title>`)
    .replace('<!--head-->', () => head)
    .replace('<!--notice-->', () => `<noscript><p class="wrap">${escape(words.noScript)}</p></noscript><p class="wrap too-old">${escape(words.tooOld)}</p>`)
    .replace('<!--app-->', () => html)
    .replace('</body>', () => `${html ? `<script type="application/json" id="brought">${inPage({ held, files })}</script>\n` : ''}</body>`)
}

/** `/`: the languages, each in its own words, readable without script; with it, on to the kept or guessed one. */
export function languageList(base: string): string {
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
