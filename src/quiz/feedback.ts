import type { Attempt } from './attempt.ts'
import { isWhole } from './attempt.ts'
import { namesOf } from './names.ts'
import type { Question } from './question.ts'
import type { Mark, Verdict } from './questionType.ts'

/** One thing said about a reply, and the words of the part it is about, where that has some. */
export interface Said { id: string, name: string, text: string, mark: Mark | 'open' }

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

/** What is said of a reply: what its kind tells, else its own parts; what it missed is not among them. */
const toldOf = ({ tells }: Teller, reply: unknown, verdict: Verdict) =>
  tells?.(reply as never, verdict) ?? Object.entries(partsOf(verdict)).filter(([, mark]) => mark !== 'missed').map(([id]) => id) // the teller is of the question's own kind

/** What to show of a judged reply: a try that may be repeated hears only of its own parts, the end hears of all that can be named. */
export function feedback(question: Question, teller: Teller, attempt: Attempt): Feedback {
  if (attempt.phase === 'replying') return { title: '', tone: 'open', parts: {}, said: [], shown: attempt.reply }
  const { verdict, reply } = attempt
  const settled = attempt.phase === 'settled'
  const own = partsOf(verdict)
  const told = toldOf(teller, reply, verdict)
  const right = settled && !isWhole(verdict) ? teller.answer(question.key as never) : null // the teller is of the question's own kind
  if (right === null) {
    const parts = settled ? own : Object.fromEntries(Object.entries(own).filter(([, mark]) => mark !== 'missed'))
    return { title: titleOf(question, verdict, settled), tone: toneOf(verdict), parts, said: saidOf(question, told, id => own[id] ?? own[gapOf(id)] ?? 'open'), shown: reply }
  }
  const fits = teller.score(question.key as never, right as never) // the teller is of the question's own kind
  const belongs = toldOf(teller, right, fits)
  const parts = besides(own, partsOf(fits))
  const names = namesOf(question.ask)
  const rest = Object.keys(question.why).filter(id => id in parts || id in names || belongs.includes(id))
  const markOf = (id: string) => parts[id] ?? (told.includes(id) ? own[gapOf(id)] : belongs.includes(id) ? 'missed' : undefined) ?? 'open'
  return { title: titleOf(question, verdict, settled), tone: 'open', parts, said: saidOf(question, [...new Set([...told, ...rest])], markOf), shown: right }
}

const gapOf = (id: string) => id.split('/')[0] ?? ''

function saidOf({ ask, why }: Question, ids: readonly string[], markOf: (id: string) => Mark | 'open'): Said[] {
  const names = namesOf(ask)
  return ids.flatMap((id): Said[] => {
    const text = why[id]
    const isOther = id.endsWith('/other') // the strongest argument for a reading outside: neither right nor wrong
    return text ? [{ id, name: names[isOther ? gapOf(id) : id] ?? '', text, mark: isOther ? 'open' : markOf(id) }] : []
  })
}

/** The marks of a reply beside the right one that is shown now: what stands in its place is right, and was not there. */
const besides = (own: Record<string, Mark>, shown: Record<string, Mark>): Record<string, Mark> =>
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
