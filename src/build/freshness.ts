import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '#course/hash.ts'
import type { Freshness } from '#course/lesson.ts'
import { wordsOf } from '#course/overlay.ts'
import type { CourseFile } from '#course/readFile.ts'
import { wordPaths } from '#course/wordPaths.ts'

/** The hashes of the English words that a language's translations were made from, by id. */
export function stateOf(root: string, lang: string): Record<string, string> {
  const path = join(root, 'locales', lang, 'state.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as Record<string, string> : {} // our own file; another shape shows as stale
}

/** What is translated as one piece in a file, each with the hash of its English words: its prose, and every block. */
export function hashesOf(english: CourseFile): Record<string, string> {
  const path = english.path.replace(/^locales\/en\//, '').replace(/\.md$/, '')
  const { title, summary, note, short, objectives, needs } = english.front
  const prose = english.segments.filter(segment => segment.kind !== 'fence').map(segment => 'text' in segment ? segment.text : '').join('\n')
  const blocks = [...english.fences.values()].map(({ id, name, block }) =>
    [id.includes('.') ? id : `${path}#${id}`, hash(JSON.stringify(wordsOf(block, wordPaths(name))))] as const)
  return { [path]: hash(JSON.stringify([title, summary, note, short, objectives, needs, prose])), ...Object.fromEntries(blocks) }
}

/** Whether a translation was made from the English there is now. */
export function freshnessOf(english: CourseFile, state: Record<string, string>): Freshness {
  return Object.entries(hashesOf(english)).every(([id, mark]) => state[id] === mark) ? 'complete' : 'stale'
}
