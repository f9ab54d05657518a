import { isMap, LineCounter, parseDocument, type Document } from 'yaml'
import { isFence, wordPaths, type FenceKind } from './wordPaths.ts'
import { overlay, type Gap, type Written } from './overlay.ts'
import { segments, type Segment } from './segments.ts'

/** A block of data as it stands in a file. */
export interface WrittenFence { name: FenceKind, id: string, block: Written, line: number }

/** A file of the course, its YAML read, its prose not yet. */
export interface CourseFile { path: string, front: Written, segments: Segment[], fences: Map<Segment, WrittenFence> }

type Wrong = (line: number, says: string) => void

/** Read the outer form of a file: front matter, headings, prose, fences. */
export function readFile(path: string, text: string, wrong: Wrong): CourseFile {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text)
  if (!parts) {
    wrong(1, 'the front matter is missing: begin the file with --- , its fields, and ---')
    return { path, front: {}, segments: [], fences: new Map() }
  }
  const [, head = '', body = ''] = parts
  const found = segments(body.replaceAll('\r\n', '\n'), head.split('\n').length + 3)
  const fences = new Map<Segment, WrittenFence>()
  for (const segment of found) {
    if (segment.kind === 'open') wrong(segment.line, `this ${segment.name} is never closed: end it with a line of its own`)
    if (segment.kind !== 'fence') continue
    if (!isFence(segment.name)) {
      wrong(segment.line, `there is no block called ${segment.name}: see CONTRIBUTING.md for the names`)
      continue
    }
    const block = readYaml(segment.text, segment.line, wrong)
    if (typeof block.id !== 'string') wrong(segment.line, `this ${segment.name} has no id`)
    fences.set(segment, { name: segment.name, id: String(block.id), block, line: segment.line })
  }
  return { path, front: readYaml(head, 1, wrong), segments: found, fences }
}

function readYaml(text: string, line: number, wrong: Wrong): Written {
  const counter = new LineCounter()
  const document: Document = parseDocument(text, { lineCounter: counter, schema: 'core', strict: true, uniqueKeys: true })
  for (const error of document.errors) wrong(line + counter.linePos(error.pos[0]).line, error.message.split('\n')[0] ?? 'this is not YAML')
  if (document.errors.length) return {}
  if (!isMap(document.contents)) wrong(line, 'this block holds no fields: write name: value')
  return isMap(document.contents) ? document.toJS() as Written : {} // a map becomes a record
}

const FRONT = ['title', 'summary', 'note', 'short', 'objectives.*.text', 'needs'] as const

/** A translation laid over its English: English structure, the translation's words and prose. */
export function translate(english: CourseFile, own: CourseFile, wrong: Wrong): CourseFile {
  const tell = (line: number, gaps: Gap[]) => {
    for (const { path, gap } of gaps) wrong(line, `${path}: ${sentences[gap]}`)
  }
  const frontGaps: Gap[] = []
  const front = overlay(english.front, own.front, FRONT, frontGaps)
  tell(1, frontGaps)
  const byId = new Map([...english.fences.values()].map(fence => [fence.id, fence]))
  const fences = new Map<Segment, WrittenFence>()
  for (const [segment, fence] of own.fences) {
    const original = byId.get(fence.id)
    if (!original || original.name !== fence.name) {
      wrong(fence.line, `English has no ${fence.name} with the id ${fence.id}: mend the id or take it out`)
      continue
    }
    byId.delete(fence.id)
    const gaps: Gap[] = []
    fences.set(segment, { ...fence, block: overlay(original.block, fence.block, wordPaths(fence.name), gaps) })
    tell(fence.line, gaps)
  }
  for (const id of byId.keys()) wrong(1, `the block ${id} is missing: English has it`)
  const headings = (file: CourseFile) => file.segments.filter(segment => segment.kind === 'heading')
  const [theirs, ours] = [headings(english), headings(own)]
  if (theirs.length !== ours.length) wrong(1, `English has ${theirs.length} parts (##), this file ${ours.length}: give it the same`)
  return { path: own.path, front, segments: own.segments, fences }
}

const sentences = {
  'missing': 'these words are missing: translate them',
  'not-words': 'this is not words: structure comes from English, take it out here',
  'unknown-id': 'English has nothing with this id: mend it',
} as const
