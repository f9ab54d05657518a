import { array, flatten, nonEmpty, object, optional, picklist, pipe, regex, safeParse, string, union } from 'valibot'
import type { Question } from '#quiz/question.ts'
import { types, type Kind } from '#quiz/types.ts'
import { hash } from './hash.ts'
import type { Written } from './overlay.ts'
import { readCitation, type Reading } from './reading.ts'

const Cited = union([string(), array(string())])
const Common = object({
  id: pipe(string(), regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'a question\'s id is module.name')),
  prompt: pipe(string(), nonEmpty()),
  hint: optional(union([string(), array(string())])),
  note: optional(string()),
  objective: optional(string()),
  source: optional(Cited),
  check: optional(picklist(['pre', 'post'])),
})
const commonFields = ['id', 'prompt', 'hint', 'note', 'objective', 'source', 'check']

/** Kinds that ask for no right answer, so need neither objective nor source. */
const unscored: readonly Kind[] = (['scale', 'reflection'] as string[]).filter(kind => kind in types) as Kind[] // the filter keeps names of kinds only

const asList = (value: string | string[] | undefined) => value === undefined ? [] : Array.isArray(value) ? value : [value]

/** A question from its block, the words already in their language; null where it holds a mistake, which is then reported. */
export function readQuestion(kind: Kind, block: Written, line: number, reading: Reading): Question | null {
  const common = safeParse(Common, block)
  const own = safeParse(types[kind].written, withFigure(Object.fromEntries(Object.entries(block).filter(([name]) => !commonFields.includes(name))), line, reading))
  for (const parsed of [common, own]) {
    if (!parsed.success) for (const says of messages(parsed.issues)) reading.wrong(line, `${kind}: ${says}`)
  }
  if (!common.success || !own.success) return null
  const { id, prompt, hint, note, objective, source, check } = common.output
  if (!unscored.includes(kind)) {
    if (!objective) reading.wrong(line, `${id} has no objective: say which one it asks about`)
    if (!source) reading.wrong(line, `${id} has no source: cite where its answer stands`)
  }
  const sources = asList(source).map(readCitation)
  for (const citation of sources) reading.cite(citation, line)
  const { ask, key, why } = own.output
  return {
    kind, id, prompt, hints: asList(hint), sources,
    ...(note && { note }), ...(objective && { objective }), ...(check && { check }),
    ask, key, why, asked: hash(JSON.stringify([kind, key])),
  } as Question // ask and key are of this very kind: its own schema made them
}

/** A `figure` that a block names becomes its `value`: it is written once, among the facts. */
function withFigure({ figure, ...block }: Written, line: number, reading: Reading): Written {
  if (typeof figure !== 'string') return block
  reading.figure(figure, line)
  return { ...block, value: reading.facts.figures[figure]?.value }
}

/** Issues of a schema as sentences: which field, and what is wrong there. */
export function messages(issues: Parameters<typeof flatten>[0]): string[] {
  const { root = [], nested = {} } = flatten(issues)
  return [...root, ...Object.entries(nested).flatMap(([path, says]) => (says as string[] | undefined ?? []).map(each => `${path}: ${each}`))]
}
