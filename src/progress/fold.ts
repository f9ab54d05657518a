import { factOf, inOrder, type Fact, type Kept } from './event.ts'
import { knows, withId, type Vector } from './vector.ts'

/** One answer as the learner's history holds it; `earned` is missing where nothing could be earned. */
export interface Answer { id: string, lam: number, at: number, in: Fact<'answered'>['in'], run: string, asked: string, hints: number, earned?: number, sure?: 'guess' | 'fairly' | 'sure' }

/** The last words somebody wrote to a question of their own. */
export interface Written { id: string, lam: number, at: number, text: string, levels: Record<string, string> }

/** A quiz or a check that was done to its end. */
export interface Finish { id: string, lam: number, at: number, run: string, earned: number, possible: number }

/** All that is known of one profile, worked out from its events: the same for every order in which they came. */
export interface State {
  known: Vector
  lam: number
  parts: Record<string, string[]>
  finished: Record<string, number>
  answers: Record<string, Answer[]>
  texts: Record<string, Written>
  finishes: Record<string, Finish[]>
  profile: { id: string, lam: number, name: string, picture: string, latch?: string } | null
}

/** Nothing known yet. */
export const nothing = (): State => ({ known: {}, lam: 0, parts: {}, finished: {}, answers: {}, texts: {}, finishes: {}, profile: null })

/** The events that are left once erasing ones have been heeded, wherever they came from. */
export function unerased(events: readonly Kept[]): Kept[] {
  const gone = new Set<string>()
  const profiles = new Map<string, Kept>()
  for (const event of events) {
    const erased = factOf(event, 'erased')
    for (const id of erased?.ids ?? []) gone.add(id)
    if (erased?.profile) profiles.set(event.p, event)
  }
  return events.filter(event => event.t === 'erased' || !(gone.has(event.id) || profiles.has(event.p)))
}

/** What these events say, all together. */
export const fold = (events: readonly Kept[]): State => unerased(events).reduce(withEvent, nothing())

/** The state with one event more; one that is known already changes nothing. An `erased` event asks for a new fold: see `unerased`. */
export function withEvent(state: State, event: Kept): State {
  if (knows(state.known, event.id)) return state
  const next = { ...state, known: withId(state.known, event.id), lam: Math.max(state.lam, event.lam) }
  return { ...next, ...change(next, event) }
}

function change(state: State, event: Kept): Partial<State> {
  const { id, lam, at } = event
  const answered = factOf(event, 'answered')
  if (answered) {
    const { question, run, asked, hints, earned, sure } = answered
    const answer: Answer = { id, lam, at, in: answered.in, run, asked, hints, ...(earned !== undefined && { earned }), ...(sure && { sure }) }
    return { answers: inserted(state.answers, question, answer) }
  }
  const read = factOf(event, 'read')
  if (read) {
    const parts = state.parts[read.lesson] ?? []
    return parts.includes(read.part) ? {} : { parts: { ...state.parts, [read.lesson]: [...parts, read.part].sort() } }
  }
  const finished = factOf(event, 'finished')
  if (finished?.of === 'lesson') return { finished: { ...state.finished, [finished.id]: Math.min(at, state.finished[finished.id] ?? at) } }
  if (finished) {
    const { run = id, earned = 0, possible = 0 } = finished
    return { finishes: inserted(state.finishes, `${finished.of}:${finished.id}`, { id, lam, at, run, earned, possible }) }
  }
  const wrote = factOf(event, 'wrote')
  if (wrote && inOrder(event, state.texts[wrote.question] ?? { lam: -1, id: '' }) > 0) {
    return { texts: { ...state.texts, [wrote.question]: { id, lam, at, text: wrote.text, levels: wrote.levels ?? {} } } }
  }
  const profile = factOf(event, 'profile')
  if (profile && inOrder(event, state.profile ?? { lam: -1, id: '' }) > 0) return { profile: { id, lam, ...profile } as State['profile'] } // an absent latch stays absent
  return {}
}

function inserted<Each extends { lam: number, id: string }>(lists: Record<string, Each[]>, key: string, each: Each): Record<string, Each[]> {
  return { ...lists, [key]: [...(lists[key] ?? []), each].sort(inOrder) }
}
