import { array, minValue, nonEmpty, number, object, optional, pipe, regex, safeParse, strictObject, string, check, type InferOutput } from 'valibot'
import type { Question } from '#quiz/question.ts'
import { isKind } from '#quiz/types.ts'
import { readBlocks } from './readBlocks.ts'
import type { CourseFile } from './readFile.ts'
import { questionsOf, type Lesson, type Page, type Part } from './lesson.ts'
import { readInline } from './readProse.ts'
import { messages, readQuestion } from './readQuestion.ts'
import type { Reading } from './reading.ts'
import { slug } from './segments.ts'

const words = pipe(string(), nonEmpty())
const id = pipe(string(), regex(/^[a-z0-9-]+$/, 'an id is written a-z, 0-9 and hyphens'))
const count = (text: string) => text.trim().split(/\s+/).length

const Front = strictObject({
  title: words,
  summary: words,
  minutes: pipe(number(), minValue(1)),
  note: optional(words),
  version: number(),
  checked: pipe(string(), regex(/^\d{4}-\d\d-\d\d$/, 'a day is written 2026-11-24')),
  objectives: array(strictObject({ id, text: words })),
  'short': pipe(words, check(text => count(text) <= 120, 'the short version has more than 120 words')),
  'short-asks': words,
})
const PageFront = object({ title: words, summary: optional(string()), note: optional(words), minutes: optional(number()), needs: optional(array(words)), terms: optional(array(id)) })

type Names = Pick<Lesson, 'id' | 'module' | 'lang' | 'freshness' | 'at' | 'of' | 'dye'>

/** A lesson from its file; `english` is where the ids of its parts come from. */
export function readLesson(file: CourseFile, english: CourseFile, names: Names, reading: Reading): Lesson | null {
  const front = readFront(Front, file, reading)
  if (!front) return null
  const parts = readParts(file, english, reading)
  const questions = parts.flatMap(part => questionsOf(part.blocks))
  const isCareful = Boolean(front.note) || questions.some(question => question.note) || parts.some(part => part.blocks.some(block => 'careful' in block))
  return {
    ...names, moduleTitle: '', next: null, title: front.title, summary: front.summary, minutes: front.minutes, version: front.version, checked: front.checked,
    ...(front.note && { note: front.note }), ...(isCareful && { careful: true as const }), objectives: front.objectives, short: front.short, shortAsks: front['short-asks'],
    parts, sources: reading.sources, terms: reading.terms, kinds: [...new Set(questions.map(question => question.kind))],
  }
}

function readFront<Schema extends typeof Front | typeof PageFront>(schema: Schema, file: CourseFile, reading: Reading): InferOutput<Schema> | null {
  const parsed = safeParse(schema, file.front)
  if (parsed.success) return parsed.output
  for (const says of messages(parsed.issues)) reading.wrong(1, `front matter: ${says}`)
  return null
}

function readParts(file: CourseFile, english: CourseFile, reading: Reading): Part[] {
  const ids = english.segments.filter(segment => segment.kind === 'heading').map(segment => segment.id ?? slug(segment.text))
  const parts: Part[] = []
  let stretch: CourseFile['segments'] = []
  let current: Omit<Part, 'blocks'> = { id: 'beginning', title: [] }
  const close = () => {
    const blocks = readBlocks(stretch, file, reading)
    if (blocks.length || parts.length) parts.push({ ...current, blocks })
    stretch = []
  }
  for (const segment of file.segments) {
    if (segment.kind !== 'heading') { stretch.push(segment); continue }
    if (stretch.length || current.title.length) close()
    current = { id: ids.shift() ?? slug(segment.text), title: readInline(segment.text, segment.line, reading) }
  }
  close()
  return parts
}

/** The questions of a bank, in the order of its file. */
export function readBank(file: CourseFile, reading: Reading): Question[] {
  return [...file.fences.values()].flatMap(({ name, block, line }) => {
    if (isKind(name)) return readQuestion(name, block, line, reading) ?? []
    reading.wrong(line, `a bank holds questions only: move this ${name} to a lesson`)
    return []
  })
}

/** A page of prose: a module, or a workshop. */
export function readPage(file: CourseFile, names: Pick<Page, 'freshness'>, reading: Reading): Page | null {
  const front = readFront(PageFront, file, reading)
  if (!front) return null
  for (const term of front.terms ?? []) reading.term(term, 1)
  const blocks = file.segments.flatMap(segment => segment.kind === 'heading'
    ? [{ h2: readInline(segment.text, segment.line, reading) }]
    : readBlocks([segment], file, reading))
  return {
    ...names, title: front.title, summary: front.summary ?? '', ...(front.note && { note: front.note }),
    ...(front.minutes && { minutes: front.minutes }), ...(front.needs && { needs: front.needs }),
    terms: reading.terms, blocks, sources: reading.sources,
  }
}
