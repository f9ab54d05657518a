import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { languages, type Language } from '#languages.ts'
import type { render as Render } from '../server.ts'
import { assemble, languageList, type Shown } from './assemble.ts'
import { chunksFile, type Chunks } from './chunksPlugin.ts'
import { buildId } from './buildId.ts'
import { buildWorker } from './buildWorker.ts'
import { compileCourse } from './compileCourse.ts'
import { offlineLists } from './offlineLists.ts'
import { routesOf } from './routesOf.ts'
import { catalogueOf, servedPieces } from './served.ts'
import { webManifest } from './webManifest.ts'

/** Write every page of the site as HTML into `dist/`, its styles and data inside, its scripts preloaded; then what works offline. */
export async function prerender(base: string, load: (file: string) => Promise<unknown>): Promise<void> {
  const course = compileCourse(resolve('.'))
  const { render } = await load(pathToFileURL(resolve('.build/server/server.js')).href) as { render: typeof Render } // built a moment ago
  const chunks = JSON.parse(readFileSync(chunksFile, 'utf8')) as Chunks // our own build wrote it a moment ago
  const template = readFileSync('dist/index.html', 'utf8')
  const write = (path: string, text: string) => {
    const file = join('dist', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const pieces = [...servedPieces(course)].map(([path, { file }]) => ({ path, file }))
  const files = new Map(pieces.map(({ path, file }) => [path, file]))
  const paths = new Set(routesOf(course))
  const site = { template, chunks, base, build: buildId(), paths }
  for (const path of paths) {
    const page = await render(path, course.pieces, lang => catalogueOf(course, lang) as never) // the same shape, seen from the other side of the build
    write(`${path}index.html`, assemble(site, shownOf(path, page, chunks, files)))
  }
  for (const language of Object.keys(languages) as Language[]) { // keys of our own list
    write(`shell/${language}.html`, assemble(site, { language, rest: '/', title: '', description: '', html: '', held: {}, files: {}, modules: [], styled: [] }))
    write(`manifest.${language}.webmanifest`, webManifest(language, base, false))
    write(`manifest.${language}.plain.webmanifest`, webManifest(language, base, true))
  }
  write('index.html', languageList(base))
  await buildWorker(offlineLists(site.build, chunks, pieces))
}

type Rendered = Awaited<ReturnType<typeof Render>>

/** What a rendered page carries and loads: its own words, the kinds of its lesson, and no piece that it can do without. */
function shownOf(path: string, { html, modules, title, description, structured, name, held, params }: Rendered, chunks: Chunks, fileOfPiece: ReadonlyMap<string, string>): Shown {
  const language = params.language as Language // routesOf lists only paths that begin with one
  const rooms = name === 'lesson' ? ['app'] : ['app', 'student']
  // A lesson, a bank and a list of sources come as files of their own, asked for at once: the page itself stays small.
  const apart = Object.keys(held).filter(piece => name === 'lesson' ? !piece.endsWith('/catalogue') : /\/(bank|sources|glossary|gallery)$/.test(piece))
  const brought = Object.entries(held).filter(([piece]) => name !== 'lesson' && !apart.includes(piece))
  const shown = kindsOn(name, held)
  const facesOf = (kinds: readonly string[]) => Object.keys(chunks.modules).filter(module => kinds.some(kind => module.startsWith(`src/quiz/${kind}/`) && !module.endsWith('/land.ts')))
  const isLater = (module: string) => /^src\/(course\/(DataBlock|SourceList)|frame\/PageFooter)\.vue/.test(module) // the page asks for them itself, once it can be answered
  const others = modules.filter(module => !/^src\/quiz\/\w+\//.test(module) && !isLater(module))
  return {
    language, title, description, html, rest: path.slice(language.length + 1), held: Object.fromEntries(brought), files: Object.fromEntries(apart.map(piece => [piece, fileOfPiece.get(piece) ?? ''])), ...(structured && { structured }),
    // The first question's face comes at once, the others when they are near; what they look like is known from the start.
    modules: [...others, ...rooms.map(room => `locales/${language}/interface/${room}.json`), ...facesOf(name === 'lesson' ? shown.slice(0, 1) : shown)],
    styled: [...facesOf(shown), ...modules.filter(isLater)],
  }
}

/** Kinds of question that a page shows, in reading order: a lesson's, or the one to try on the first visit. */
function kindsOn(page: Rendered['name'], held: Rendered['held']): string[] {
  const pieces = Object.values(held) as { kinds?: string[], tryOne?: { kind: string } | null }[] // pieces of other shapes have neither
  return pieces.flatMap(({ kinds = [], tryOne }) => page === 'lesson' ? kinds : page === 'home' && tryOne ? [tryOne.kind] : [])
}
