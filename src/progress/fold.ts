import { factOf, inOrder, type Fact, type Kept } from './event.ts'

/** One answer as the learner's history holds it; `earned` is missing where nothing could be earned. */
export interface Answer { id: string, lam: number, at: number, in: Fact<'answered'>['in'], run: string, asked: string, hints: number, earned?: number, sure?: 'guess' | 'fairly' | 'sure' }

/** The last words somebody wrote to a question of their own. */
export interface Written { id: string, lam: number, at: number, text: string, levels: Record<string, string> }

/** The last reply to a question in its lesson, as it was given: whoever shows it must see that it fits. */
export interface Replied { id: string, lam: number, asked: string, hints: number, reply: unknown, sure?: Answer['sure'] }

/** A quiz or a check that was done to its end. */
export interface Finish { id: string, lam: number, at: number, run: string, earned: number, possible: number }

/** Who a profile says it is. */
export interface Profile { id: string, lam: number, name: string, picture: string, latch?: string, also?: string[] }

/** All that one learner has done, worked out from their events: the same for every order in which they came. */
export interface State {
  /** How many events there are, and when the first one was, by the device's clock. */
  count: number
  since: number | null
  parts: Record<string, string[]>
  finished: Record<string, number>
  answers: Record<string, Answer[]>
  replies: Record<string, Replied>
  texts: Record<string, Written>
  finishes: Record<string, Finish[]>
  profile: Profile | null
}

/** Nothing done yet. */
export const nothing = (): State => ({ count: 0, since: null, parts: {}, finished: {}, answers: {}, replies: {}, texts: {}, finishes: {}, profile: null })

/** What these events say, all together. None of them may be erased or come twice: see `history.ts`. */
export const fold = (events: readonly Kept[]): State => withEvents(nothing(), events)

/** The state with more events, none of which it has seen. */
export function withEvents(state: State, events: readonly Kept[]): State {
  const next = { ...state, parts: { ...state.parts }, finished: { ...state.finished }, replies: { ...state.replies }, texts: { ...state.texts } }
  const lists = { parts: new Map<string, string[]>(), answers: new Map<string, Answer[]>(), finishes: new Map<string, Finish[]>() }
  for (const event of events) {
    next.count++
    next.since = Math.min(next.since ?? event.at, event.at)
    heed(next, lists, event)
  }
  for (const [lesson, parts] of lists.parts) next.parts[lesson] = [...new Set([...next.parts[lesson] ?? [], ...parts])].sort()
  return { ...next, answers: inserted(state.answers, lists.answers), finishes: inserted(state.finishes, lists.finishes) }
}

/** Facts that stand in lists, by what the list is about; they are put in order once, at the end. */
interface Lists { parts: Map<string, string[]>, answers: Map<string, Answer[]>, finishes: Map<string, Finish[]> }

function heed(state: State, lists: Lists, event: Kept): void {
  const { id, lam, at } = event
  const answered = factOf(event, 'answered')
  if (answered) {
    const { question, run, asked, hints, earned, sure } = answered
    push(lists.answers, question, { id, lam, at, in: answered.in, run, asked, hints, ...(earned !== undefined && { earned }), ...(sure && { sure }) })
    if (answered.in === 'lesson' && answered.reply !== undefined && isLater(event, state.replies[question])) {
      state.replies[question] = { id, lam, asked, hints, reply: answered.reply, ...(sure && { sure }) }
    }
  }
  const read = factOf(event, 'read')
  if (read) push(lists.parts, read.lesson, read.part)
  const finished = factOf(event, 'finished')
  if (finished?.of === 'lesson') state.finished[finished.id] = Math.min(at, state.finished[finished.id] ?? at)
  else if (finished) {
    const { run = id, earned = 0, possible = 0 } = finished
    push(lists.finishes, `${finished.of}:${finished.id}`, { id, lam, at, run, earned, possible })
  }
  const wrote = factOf(event, 'wrote')
  if (wrote && isLater(event, state.texts[wrote.question])) state.texts[wrote.question] = { id, lam, at, text: wrote.text, levels: wrote.levels ?? {} }
  const profile = factOf(event, 'profile')
  if (profile && isLater(event, state.profile)) state.profile = { id, lam, ...profile } as Profile // what is absent stays absent
}

const isLater = (event: Kept, held: { lam: number, id: string } | null | undefined) => !held || inOrder(event, held) > 0

function push<Each>(lists: Map<string, Each[]>, key: string, each: Each): void {
  const list = lists.get(key)
  if (list) list.push(each)
  else lists.set(key, [each])
}

function inserted<Each extends { lam: number, id: string }>(lists: Record<string, Each[]>, more: ReadonlyMap<string, Each[]>): Record<string, Each[]> {
  if (!more.size) return lists
  const next = { ...lists }
  for (const [key, list] of more) next[key] = [...next[key] ?? [], ...list].sort(inOrder)
  return next
}
