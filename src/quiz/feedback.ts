import type { Attempt } from './attempt.ts'
import { isWhole } from './attempt.ts'
import type { Question } from './question.ts'
import type { Mark, Verdict } from './questionType.ts'

/** One thing said about a reply. */
export interface Said { id: string, text: string, mark: Mark | 'open' }

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
  const ids = settled && !whole ? [...new Set([...told, ...Object.keys(question.why)])] : told
  const said = ids.flatMap((id): Said[] => {
    const text = question.why[id]
    return text ? [{ id, text, mark: all[id] ?? (verdict.kind === 'open' ? 'open' : 'missed') }] : []
  })
  const right = settled && !whole ? teller.answer(question.key as never) : null
  return { title: titleOf(verdict, settled), tone: toneOf(verdict), parts, said, shown: right ?? reply }
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
