import { array, nonEmpty, number, optional, pipe, record, safeParse, strictObject, string, union, type GenericSchema } from 'valibot'
import type { Bar, Block } from './lesson.ts'
import type { Written } from './overlay.ts'
import { messages } from './readQuestion.ts'
import { formatFigure, readCitation, type Reading } from './reading.ts'

const words = pipe(string(), nonEmpty())
const source = union([string(), array(string())])

const TimelineBlock = strictObject({ id: string(), caption: words, items: array(strictObject({ id: string(), when: words, text: words })), source })
const TableBlock = strictObject({
  id: string(), caption: words, columns: array(strictObject({ id: string(), text: words })),
  rows: array(strictObject({ id: string(), cells: record(string(), words) })), source,
})
const FigureBlock = strictObject({
  id: string(), alt: words, caption: words, picture: optional(string()), source,
  bars: optional(array(strictObject({ id: string(), text: words, figure: optional(string()), value: optional(number()) }))),
})

/** A timeline, a table or a figure from its block; nothing where it holds a mistake, which is then reported. */
export function readData(name: 'timeline' | 'table' | 'figure', block: Written, line: number, reading: Reading): Block[] {
  const read = <Out>(schema: GenericSchema<unknown, Out>): Out | null => {
    const parsed = safeParse(schema, block)
    if (parsed.success) return parsed.output
    for (const says of messages(parsed.issues)) reading.wrong(line, `${name}: ${says}`)
    return null
  }
  const cited = (from: string | string[]) => [from].flat().map((each) => {
    const citation = readCitation(each)
    reading.cite(citation, line)
    return citation
  })
  if (name === 'timeline') {
    const found = read(TimelineBlock)
    return found ? [{ timeline: { id: found.id, caption: found.caption, items: found.items, sources: cited(found.source) } }] : []
  }
  if (name === 'table') {
    const found = read(TableBlock)
    return found ? [{ table: { id: found.id, caption: found.caption, columns: found.columns, rows: found.rows, sources: cited(found.source) } }] : []
  }
  const found = read(FigureBlock)
  if (!found) return []
  if (!found.picture === !found.bars) reading.wrong(line, 'a figure has either a picture or bars')
  const bars = found.bars && readBars(found.bars, line, reading)
  const { id, alt, caption, picture } = found
  return [{ picture: { id, alt, caption, ...(picture && { picture }), ...(bars && { bars }), sources: cited(found.source) } }]
}

function readBars(bars: { id: string, text: string, figure?: string | undefined, value?: number | undefined }[], line: number, reading: Reading): Bar[] {
  const figures = bars.map(({ figure, value }) => figure ? reading.facts.figures[figure] : { value: value ?? 0, style: 'number' as const, asOf: '', source: '', counts: '' })
  const longest = Math.max(...figures.map(figure => figure?.value ?? 0), 1)
  return bars.map(({ id, text, figure }, at) => {
    const fact = figures[at]
    const value = figure ? reading.figure(figure, line).text : fact ? formatFigure(fact, reading.lang) : ''
    return { id, text, share: Math.round((fact?.value ?? 0) / longest * 100), value }
  })
}
