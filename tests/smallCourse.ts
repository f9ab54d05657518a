import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { stringify } from 'yaml'
import type { Written } from '../src/course/overlay.ts'
import { wordPaths } from '../src/course/wordPaths.ts'
import { examples } from '../src/quiz/examples.ts'
import { types, type Kind } from '../src/quiz/types.ts'

/** What the house is made of, but for what is taught. */
const house = ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts']
const kinds = Object.keys(types) as Kind[] // keys of our own list

/** The module of the small course, and its lessons: the first asks in every way there is. */
export const small = { module: 'small', lessons: ['every-way', 'one-more'] } as const

interface Block { kind: Kind, is: Written }

const question = (kind: Kind, name: string, more: Written = {}): Block =>
  ({ kind, is: { id: `small.${name}`, objective: 'listen', source: 'UNC 33', prompt: examples[kind].prompt, ...examples[kind].written as Written, ...more } })

const files: Record<string, { front: Written, prose: string, blocks: Block[] }> = {
  'module': { front: { title: 'Listening', summary: 'Every way of asking, once.', note: 'This module speaks of quarrels.', terms: ['mediation'] }, prose: 'Somebody listens.', blocks: [] },
  'every-way': {
    front: {
      'title': 'Every way of asking', 'summary': 'One of each.', 'minutes': 5, 'note': 'This lesson speaks of quarrels.', 'version': 1, 'checked': '2026-11-24',
      'objectives': [{ id: 'listen', text: 'Listen to the end.' }], 'short': 'Listening comes first.', 'short-asks': 'small.choice',
    },
    prose: 'What a [[mediation]] is.[^UNC 33]\n\n## What comes next {#next}\n\nQuestions.', blocks: kinds.map(kind => question(kind, kind)),
  },
  'one-more': {
    front: { 'title': 'One more', 'summary': 'A short one.', 'minutes': 1, 'version': 1, 'checked': '2026-11-24', 'objectives': [{ id: 'listen', text: 'Listen again.' }], 'short': 'Once more.', 'short-asks': 'small.again' },
    prose: 'Again.', blocks: [question('choice', 'again')],
  },
  'bank': { front: { title: 'Questions' }, prose: '', blocks: [question('choice', 'before', { check: 'pre' }), question('choice', 'after', { check: 'post' }), question('claim', 'fair'), question('match', 'pairs')] },
  'workshop': { front: { title: 'A circle', summary: 'Sit in a circle.', minutes: 15, needs: ['Chairs'] }, prose: 'Each speaks once.', blocks: [] },
}

const written = (front: Written, prose: string, blocks: Block[]) =>
  [`---\n${stringify(front)}---`, prose, ...blocks.map(({ kind, is }) => `\`\`\`${kind}\n${stringify(is)}\`\`\``), ''].join('\n\n')

/** The words of something, as if translated, and its ids: what a translation's file holds. */
function translated(value: unknown, paths: readonly string[][]): unknown {
  if (paths.some(path => path.length === 0)) return Array.isArray(value) ? value.map(each => translated(each, [[]])) : `عربي ${String(value)}`
  const below = (name: string) => paths.filter(path => path[0] === name || path[0] === '*').map(path => path.slice(1))
  if (Array.isArray(value)) return value.map(each => translated(each, below('*')))
  return Object.fromEntries(Object.entries(value as Written).flatMap(([name, each]) => name === 'id' ? [[name, each]] : below(name).length ? [[name, translated(each, below(name))]] : [])) // no list and no leaf: a record
}

const split = (paths: readonly string[]) => paths.map(path => path.split('.'))
const front = split(['title', 'summary', 'note', 'short', 'objectives.*.text', 'needs'])

/** A house of its own, with a course so small that it is built in seconds: one module, in English and as if in Arabic. */
export function makeSmall(): string {
  const root = mkdtempSync(join(tmpdir(), 'peace-small-'))
  for (const part of house) cpSync(part, join(root, part), { recursive: true })
  cpSync('locales', join(root, 'locales'), { recursive: true, filter: path => !path.endsWith('.md') && !path.endsWith('state.json') })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir')
  writeFileSync(join(root, 'src/course/facts/modules.json'), JSON.stringify([{ id: small.module, dye: 'teal', lessons: small.lessons, objectives: ['listen'] }]))
  for (const lang of ['en', 'ar']) mkdirSync(join(root, 'locales', lang, small.module), { recursive: true })
  for (const [name, file] of Object.entries(files)) {
    const path = (lang: string) => join(root, 'locales', lang, small.module, `${name}.md`)
    writeFileSync(path('en'), written(file.front, file.prose, file.blocks))
    const blocks = file.blocks.map(({ kind, is }) => ({ kind, is: translated(is, split(wordPaths(kind))) as Written })) // a record stays one
    writeFileSync(path('ar'), written(translated(file.front, front) as Written, file.prose, blocks)) // as above
  }
  return root
}

const run = promisify(execFile)

/** Build the small course to be served below `base`; where it lies then. */
export async function buildSmall(base: string): Promise<string> {
  const root = makeSmall()
  await run(process.execPath, ['src/build/run.mjs', 'buildSite', `--base=${base}`, '--quick'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
  return join(root, 'dist')
}

/** What a file of a built site holds. */
export const readFrom = (folder: string) => (path: string): Buffer => readFileSync(join(folder, path))
