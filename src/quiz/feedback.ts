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
  const all = partsOf(verdict)
  const whole = isWhole(verdict)
  const settled = phase === 'settled'
  const parts = settled ? all : Object.fromEntries(Object.entries(all).filter(([, mark]) => mark !== 'missed'))
  const told = teller.tells?.(reply as never, verdict) ?? given(verdict) // the teller is of the question's own kind
  const right = settled && !whole ? teller.answer(question.key as never) : null
  const ids = right === null ? told : [...new Set([...told, ...toldOf(question, teller, right)])]
  const whys = ids.filter(id => question.why[id])
  const said = whys.map((id): Said => ({ id, text: question.why[id] ?? '', mark: all[id] ?? 'open', of: whys.length > 1 ? labelOf(question.ask, id) : '' }))
  return { title: titleOf(verdict, settled), tone: right === null ? toneOf(verdict) : 'open', parts, said, shown: right ?? reply }
}

/** What is said with the right reply; where a kind does not choose, all there is to say. */
function toldOf(question: Question, teller: Teller, right: unknown): string[] {
  if (!teller.tells) return Object.keys(question.why)
  return teller.tells(right as never, teller.score(question.key as never, right as never)) // the teller is of the question's own kind
}

function titleOf(verdict: Verdict, settled: boolean): string {
  if (verdict.kind !== 'points') return 'quiz.verdict.open'
  if (verdict.earned === 1) return 'quiz.verdict.right'
  if (settled) return 'quiz.verdict.shown'
  return verdict.earned > 0 ? 'quiz.verdict.partly' : 'quiz.verdict.notYet'
}

function toneOf(verdict: Verdict): Mark | 'open' {
  if (verdict.kind !== 'points') return 'open'
  return verdict.earned === 1 ? 'right' : verdict.earned > 0 ? 'near' : 'wrong'
}
