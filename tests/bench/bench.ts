import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { compileCourse } from '../../src/build/compileCourse.ts'
import { questionsOf, type Lesson } from '#course/lesson.ts'
import { findBrowser } from '../browsers.ts'
import { writeFloor } from './floor.ts'
import { certificate, openHost } from './host.ts'
import { budgets, table, type Row } from './report.ts'
import { visit, type Profile, type Target } from './visit.ts'

const profiles: Profile[] = [
  { name: 'fast', rtt: 150, down: 1.6e6, up: 750e3, cpu: 4 },
  { name: 'slow', rtt: 400, down: 400e3, up: 400e3, cpu: 6 },
]

/** The lesson of a language whose page is the largest, among those that ask to choose one first: the page beside it can judge that. */
function heaviest(language: string): Lesson {
  const lessons = [...compileCourse(resolve('.')).pieces].flatMap(([path, piece]) => path.startsWith(`${language}/`) && typeof piece === 'object' && piece !== null && 'parts' in piece ? [piece as Lesson] : []) // a piece with parts is a lesson
    .filter(lesson => lesson.parts.flatMap(part => questionsOf(part.blocks))[0]?.kind === 'choice')
  const weight = (lesson: Lesson) => brotliCompressSync(readFileSync(join('dist', language, lesson.module, lesson.id, 'index.html'))).length
  const found = [...lessons].sort((one, other) => weight(other) - weight(one))[0]
  if (!found) throw new Error(`bench: no lesson in ${language}`)
  return found
}

const firstChoice = (lesson: Lesson) => lesson.parts.flatMap(part => questionsOf(part.blocks)).find(question => question.kind === 'choice')

function targetsOf(lesson: Lesson): Target[] {
  const id = firstChoice(lesson)?.id ?? ''
  const floor = join('.build/floor', lesson.lang)
  writeFloor(floor, lesson)
  const form = `form[data-question="${id}"]`
  return [
    { name: 'static', folder: floor, path: '/', ready: `input[name="${id}"]`, taps: [`fieldset:has(input[name="${id}"]) label`], told: `fieldset:has(input[name="${id}"]) output:not(:empty)` },
    { name: 'course', folder: 'dist', path: `/${lesson.lang}/${lesson.module}/${lesson.id}/`, ready: `html[data-ready] ${form} input`, taps: [`${form} label.choice`, `${form} button[type=submit]`], told: `${form} .verdict` },
  ]
}

/** `npm run bench [rounds]`: the heaviest lesson of each language beside a static page of the same lesson; a table, a JSON file, and each budget with what was reached. */
export async function bench([rounds = '5']: string[]): Promise<void> {
  const { pin, ...tls } = certificate('.build/tls')
  const host = await openHost(tls)
  const rows: Row[] = []
  for (let round = 0; round < Number(rounds); round++) {
    for (const language of ['en', 'ar']) {
      const targets = targetsOf(heaviest(language))
      for (const profile of profiles) {
        for (const target of round % 2 ? targets : [...targets].reverse()) {
          const measured = await visit(host, pin, findBrowser('chromium'), target, profile)
          rows.push({ round, language, profile: profile.name, target: target.name, load: loadavg()[0] ?? 0, ...measured })
          console.log(`${round} ${language} ${profile.name} ${target.name}: ready ${Math.round(measured.ready)} ms, ${measured.bytesReady} bytes`)
        }
      }
    }
  }
  host.close()
  mkdirSync('.build', { recursive: true })
  writeFileSync('.build/bench.json', `${JSON.stringify({ at: new Date().toISOString(), cores: cpus().length, rows }, null, 1)}\n`)
  console.log(`\n${table(rows)}\n\n${budgets(rows)}\n\nRows: .build/bench.json`)
}
