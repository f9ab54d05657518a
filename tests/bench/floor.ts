import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { questionsOf, type Block, type Inline, type Lesson } from '#course/lesson.ts'
import { languages, type Language } from '#languages.ts'

const escape = (text: string) => text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

const words = (of: readonly Inline[]): string => of.map((each) => {
  if (typeof each === 'string') return escape(each)
  if ('cite' in each) return `<a href="#s${each.cite}">${each.cite}</a>`
  if ('figure' in each) return escape(each.figure)
  return words('strong' in each ? each.strong : 'em' in each ? each.em : each.of)
}).join('')

/** A block as a person would write it by hand, without any programme behind it. */
function html(block: Block): string {
  if ('p' in block) return `<p>${words(block.p)}</p>`
  if ('h3' in block) return `<h3>${words(block.h3)}</h3>`
  if ('pull' in block) return `<blockquote>${words(block.pull)}</blockquote>`
  if ('list' in block) return `<ul>${block.list.map(item => `<li>${words(item)}`).join('')}</ul>`
  if ('note' in block) return block.note.map(html).join('')
  if ('quote' in block) return `<blockquote>${block.quote.map(html).join('')}</blockquote>`
  if ('careful' in block) return [...block.careful, ...block.then].map(html).join('')
  if ('compare' in block) return block.compare.map(side => `<h3>${words(side.title)}</h3>${side.of.map(html).join('')}`).join('')
  if ('timeline' in block) return `<ul>${block.timeline.items.map(item => `<li>${escape(`${item.when} ${item.text}`)}`).join('')}</ul>`
  if ('table' in block) return `<table>${block.table.rows.map(row => `<tr>${Object.values(row.cells).map(cell => `<td>${escape(cell)}`).join('')}`).join('')}</table>`
  return ''
}

/** Questions that a page without a programme can judge: one to choose. */
function asked(lesson: Lesson): string {
  const questions = lesson.parts.flatMap(part => questionsOf(part.blocks))
  return questions.map((question) => {
    if (question.kind !== 'choice') return `<p><b>${escape(question.prompt)}</b></p><p>${Object.values(question.why).map(escape).join('<br>')}</p>`
    const { ask, key, why } = question as typeof question & { ask: { options: { id: string, text: string }[] }, key: { right: string } } // a choice
    const options = ask.options.map(({ id, text }) => `<label><input type=radio name="${question.id}" data-ok="${id === key.right ? 1 : 0}" data-why="${escape(why[id] ?? '')}">${escape(text)}</label>`).join('')
    return `<fieldset><legend>${escape(question.prompt)}</legend>${options}<output></output></fieldset>`
  }).join('')
}

const STYLE = 'body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:38em;padding:1em;color:#222;background:#fff}fieldset{border:1px solid #ccc;border-radius:8px;margin:0 0 1em;padding:.8em}legend{font-weight:600}label{display:block;padding:.7em .2em}output{display:block;min-height:1.5em;font-weight:600}'
const SCRIPT = 'addEventListener("change",function(e){var i=e.target,o=i.closest("fieldset").querySelector("output");o.textContent=(i.dataset.ok=="1"?"That is right. ":"Not yet. ")+i.dataset.why;try{localStorage["f."+i.name]=i.dataset.ok}catch(x){}});navigator.serviceWorker&&addEventListener("load",function(){navigator.serviceWorker.register("sw.js")})'
const WORKER = 'addEventListener("install",e=>{skipWaiting();e.waitUntil(caches.open("f").then(c=>c.addAll(["./"])))});addEventListener("activate",e=>e.waitUntil(clients.claim()));addEventListener("fetch",e=>{e.request.method=="GET"&&e.respondWith(caches.match(e.request,{ignoreSearch:true}).then(r=>r||fetch(e.request)))})'

/** Write the same lesson as a page of static HTML with a few lines of script: what any page must be measured against. */
export function writeFloor(folder: string, lesson: Lesson): void {
  const language = lesson.lang as Language // compiled from a language of the course
  mkdirSync(folder, { recursive: true })
  const body = lesson.parts.map(part => `${part.title.length ? `<h2>${words(part.title)}</h2>` : ''}${part.blocks.map(html).join('')}`).join('\n')
  const sources = lesson.sources.map((source, at) => `<li id=s${at + 1}><a href="${source.link}">${escape(source.title)}</a>`).join('')
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang=${language} dir=${languages[language]}><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>${escape(lesson.title)}</title><link rel=icon href=data:,><style>${STYLE}</style><h1>${escape(lesson.title)}</h1><p>${escape(lesson.summary)}</p>${body}${asked(lesson)}<ol>${sources}</ol><script>${SCRIPT}</script>`)
  writeFileSync(join(folder, 'sw.js'), WORKER)
}
