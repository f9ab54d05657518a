import { isKind } from '#quiz/types.ts'
import type { Block, Inline } from './lesson.ts'
import { readData } from './readData.ts'
import type { CourseFile } from './readFile.ts'
import { readProse } from './readProse.ts'
import { readQuestion } from './readQuestion.ts'
import { readCitation, type Reading } from './reading.ts'
import type { Segment } from './segments.ts'

/** The blocks of one part of a file. */
export function readBlocks(stretch: readonly Segment[], file: CourseFile, reading: Reading): Block[] {
  const blocks: Block[] = []
  for (const [at, segment] of stretch.entries()) {
    if (segment.kind === 'prose') blocks.push(...readProse(segment.text, segment.line, reading))
    if (segment.kind === 'fence') blocks.push(...readFence(segment, file, reading))
    if (segment.kind === 'container' && segment.name === 'careful') {
      const careful = readProse(segment.text, segment.line + 1, reading)
      return [...blocks, { careful, then: readBlocks(stretch.slice(at + 1), file, reading) }]
    }
    if (segment.kind === 'container') blocks.push(...readContainer(segment, reading))
  }
  return blocks
}

function readFence(segment: Segment, file: CourseFile, reading: Reading): Block[] {
  const fence = file.fences.get(segment)
  if (!fence) return []
  if (!isKind(fence.name)) return readData(fence.name, fence.block, fence.line, reading)
  const question = readQuestion(fence.name, fence.block, fence.line, reading)
  return question ? [{ question }] : []
}

function readContainer({ name, argument, text, line }: Segment & { kind: 'container' }, reading: Reading): Block[] {
  const inside = readProse(text, line + 1, reading)
  if (name === 'note') return [{ note: inside }]
  if (name === 'quote') {
    const { source, place } = readCitation(argument)
    return [{ quote: inside, cite: reading.cite({ source }, line), ...(place && { place }) }]
  }
  if (name === 'compare') return [{ compare: sides(inside, line, reading) }]
  reading.wrong(line, `there is no container called ${name}: note, careful, compare or quote`)
  return []
}

function sides(inside: Block[], line: number, reading: Reading): { title: Inline[], of: Block[] }[] {
  const out: { title: Inline[], of: Block[] }[] = []
  for (const block of inside) {
    if ('h3' in block) out.push({ title: block.h3, of: [] })
    else if (out.length) out.at(-1)?.of.push(block)
    else reading.wrong(line, 'each side of a compare begins with a ### heading')
  }
  if (out.length < 2) reading.wrong(line, 'a compare has two sides or more, each begun with ###')
  return out
}
