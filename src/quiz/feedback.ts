import type { Attempt } from './attempt.ts'
import { isWhole } from './attempt.ts'
import { labelOf } from './labelOf.ts'
import type { Question } from './question.ts'
import type { Mark, Verdict } from './questionType.ts'

/** One thing said about a reply; `of`: the words of the option it is about, where several things are said. */
export interface Said { id: string, text: string, mark: Mark | 'open', of: string }

/** What the learner may see at this stage: the marks, the words, and the reply the face shows. */
export interface Feedback {
  /** Key of the sentence above it all; empty before anything was judged. */
  title: string
  tone: Mark | 'open'
  parts: Record<string, Mark>
  said: Said[]
  shown: unknown
}

interface Teller {
  answer: (key: never) => unknown
  score: (key: never, reply: never) => Verdict
  tells?: (reply: never, verdict: Verdict) => string[]
}

const partsOf = (verdict: Verdict): Record<string, Mark> => verdict.kind === 'points' ? verdict.parts : {}

/** The parts somebody gave: what they missed is not among them. */
const given = (verdict: Verdict) => Object.entries(partsOf(verdict)).filter(([, mark]) => mark !== 'missed').map(([id]) => id)

/** What to show of a judged reply: a try that may be repeated hears only of its own parts, the end hears of all. */
export function feedback(question: Question, teller: Teller, attempt: Attempt): Feedback {
  if (attempt.phase === 'replying') return { title: '', tone: 'open', parts: {}, said: [], shown: attempt.reply }
  const { verdict, reply, phase } = attempt
  const settled = phase === 'settled'
  const own = partsOf(verdict)
  const told = teller.tells?.(reply as never, verdict) ?? given(verdict) // the teller is of the question's own kind
  const right = settled && !isWhole(verdict) ? teller.answer(question.key as never) : null
  if (right === null) {
    const parts = settled ? own : Object.fromEntries(Object.entries(own).filter(([, mark]) => mark !== 'missed'))
    return { title: titleOf(question, verdict, settled), tone: toneOf(verdict), parts, said: saidOf(question, told, id => own[id] ?? own[gapOf(id)] ?? 'open'), shown: reply }
  }
  const fits = teller.score(question.key as never, right as never) // the teller is of the question's own kind
  const parts = beside(own, partsOf(fits))
  const ids = [...new Set([...told, ...teller.tells?.(right as never, fits) ?? Object.keys(question.why)])]
  const markOf = (id: string) => parts[id] ?? (!teller.tells ? 'open' : told.includes(id) ? own[gapOf(id)] ?? 'open' : 'missed')
  return { title: titleOf(question, verdict, settled), tone: 'open', parts, said: saidOf(question, ids, markOf), shown: right }
}

const gapOf = (id: string) => id.split('/')[0] ?? ''

function saidOf({ ask, why }: Question, ids: readonly string[], markOf: (id: string) => Mark | 'open'): Said[] {
  const whys = ids.filter(id => why[id])
  // The strongest argument for a reading outside is neither right nor wrong.
  return whys.map(id => ({ id, text: why[id] ?? '', mark: id.endsWith('/other') ? 'open' : markOf(id), of: whys.length > 1 ? labelOf(ask, id) : '' }))
}

/** The marks of a reply beside the right one that is shown now: what stands in its place is right, and was not there. */
const beside = (own: Record<string, Mark>, shown: Record<string, Mark>): Record<string, Mark> =>
  Object.fromEntries(Object.entries(own).map(([id, mark]) => [id, shown[id] === 'right' && mark !== 'right' ? 'missed' : mark]))

function titleOf({ kind }: Question, verdict: Verdict, settled: boolean): string {
  if (verdict.kind !== 'points') return 'quiz.verdict.open'
  if (verdict.earned === 1) return 'quiz.verdict.right'
  if (settled) return 'quiz.verdict.shown'
  if (kind === 'text' && verdict.parts.text === 'near') return 'quiz.text.near'
  return verdict.earned > 0 ? 'quiz.verdict.partly' : 'quiz.verdict.notYet'
}

function toneOf(verdict: Verdict): Mark | 'open' {
  if (verdict.kind !== 'points') return 'open'
  return verdict.earned === 1 ? 'right' : verdict.earned > 0 ? 'near' : 'wrong'
}
