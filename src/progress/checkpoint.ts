import { places, split } from './event.ts'
import type { Answer } from './fold.ts'
import { begin, historyOf, isGone, newcomers, withIncoming, type Gone, type History } from './history.ts'

/** Raised whenever the fold says something else of the same events: older checkpoints are then passed over. */
export const SHAPE = 2

/** The name under which a learner's checkpoint is noted; older and newer apps in other tabs have names of their own. */
export const checkpointName = (whose: string): string => `checkpoint.${SHAPE}.${whose}`

/** A history as it is noted: all but the answers as they are, the answers as columns of numbers, which are read in a tenth of the time. */
interface Noted { history: History, last: number, words: string[], questions: [question: string, count: number][], columns: Float64Array }

const WIDTH = 9
/** So many rows are read anew rather than noted. */
const MANY = 50
const levels = [undefined, 'guess', 'fairly', 'sure'] as const

/** A checkpoint: what all rows up to number `last` say. */
export function writeCheckpoint(history: History, last: number): Noted {
  const words = new Map<string, number>()
  const at = (word: string) => {
    const held = words.get(word) ?? words.size
    words.set(word, held)
    return held
  }
  const questions = Object.entries(history.state.answers)
  const columns = questions.flatMap(([, answers]) => answers.flatMap((answer) => {
    const [origin, seq] = split(answer.id)
    return [at(origin), seq, answer.lam, answer.at, places.indexOf(answer.in), at(answer.run), at(answer.asked), answer.hints * 4 + levels.indexOf(answer.sure), answer.earned ?? -1]
  }))
  return {
    history: { ...history, state: { ...history.state, answers: {} } }, last, words: [...words.keys()],
    questions: questions.map(([question, answers]) => [question, answers.length]), columns: Float64Array.from(columns),
  }
}

/** The history of a checkpoint; null where there is none that can be read. */
export function readCheckpoint(note: unknown): { sum: History, last: number } | null {
  if (typeof note !== 'object' || note === null || !('columns' in note)) return null
  const { history, last, words, questions, columns } = note as Noted // its name holds its shape, and only this file writes it
  let row = 0
  const answers: Record<string, Answer[]> = {}
  for (const [question, count] of questions) {
    const list: Answer[] = []
    for (const end = row + count; row < end; row++) list.push(answerAt(columns, row * WIDTH, words))
    answers[question] = list
  }
  return { sum: { ...history, state: { ...history.state, answers } }, last }
}

function answerAt(columns: Float64Array, from: number, words: readonly string[]): Answer {
  const number = (nth: number) => columns[from + nth] ?? 0
  const word = (nth: number) => words[number(nth)] ?? ''
  const sure = levels[number(7) % 4]
  const earned = number(8)
  return {
    id: `${word(0)}.${number(1)}`, lam: number(2), at: number(3), in: places[number(4)] ?? 'lesson', run: word(5), asked: word(6), hints: Math.floor(number(7) / 4),
    ...(earned >= 0 && { earned }), ...(sure && { sure }),
  }
}

/** A checkpoint in the making, from the database's rows as they pass. */
export function makeSum(whose: string) {
  let sum = begin(whose)
  let last = 0
  let stale = false
  const passed: unknown[] = []
  return {
    heed(rows: readonly unknown[], number: number) {
      const { history, anew } = withIncoming(sum, rows)
      sum = history
      stale ||= anew
      last = number
      for (const row of rows) passed.push(row)
    },
    /** What the rows say, less what was erased; null where they are hardly more than `noted` has heeded. */
    note(gone: Gone, noted: number): Noted | null {
      if (last - noted < MANY) return null
      const events = newcomers(new Map(), passed)
      const left = events.filter(event => !isGone(gone, event))
      return writeCheckpoint(stale || left.length < events.length ? historyOf(whose, left) : sum, last)
    },
  }
}
