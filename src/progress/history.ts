import { safeParse } from 'valibot'
import { EventId, factOf, Kept } from './event.ts'
import { fold, nothing, withEvents, type Profile, type State } from './fold.ts'
import { knows, withIds, type Vector } from './vector.ts'

/** What was erased: it does not come back, wherever it arrives from. */
export interface Gone { ids: Vector, profiles: ReadonlySet<string> }

/** All that the events of this device say: what one learner did, and who else learns here. */
export interface History {
  /** Whose state this is. */
  whose: string
  state: State
  /** Every event that ever came, those of others and those erased as well. */
  known: Vector
  /** The highest number seen: the next event counts on from it, whatever the clock says. */
  lam: number
  gone: Gone
  /** Every profile that has events; null where it has not said who it is. */
  people: ReadonlyMap<string, Profile | null>
}

/** Nothing known yet. */
export const begin = (whose: string): History => ({ whose, state: nothing(), known: new Map(), lam: 0, gone: { ids: new Map(), profiles: new Set() }, people: new Map() })

/** Whether an event was erased; an erasing one never is. */
export const isGone = ({ ids, profiles }: Gone, event: { id: string, p: string, t?: unknown }): boolean =>
  event.t !== 'erased' && (profiles.has(event.p) || knows(ids, event.id))

/** Whether an event belongs to the learner whose state this is: who others say they are does not. */
export const isOwn = ({ whose, state }: Pick<History, 'whose' | 'state'>, { p, t }: { p: string, t: string }): boolean =>
  t !== 'erased' && (p === whose || (t !== 'profile' && (state.profile?.also?.includes(p) ?? false)))

/** The history with whatever came in: what is no event, is known or was erased changes nothing. `anew`: what it says rests on all events, so they must be read again. */
export function withIncoming(history: History, incoming: readonly unknown[]): { history: History, fresh: Kept[], anew: boolean } {
  const fresh = newcomers(history.known, incoming)
  if (!fresh.length) return { history, fresh, anew: false }
  const gone = withErased(history.gone, fresh)
  const next: History = {
    ...history, gone, known: withIds(history.known, fresh.map(event => event.id)), lam: fresh.reduce((highest, { lam }) => Math.max(highest, lam), history.lam),
  }
  const left = fresh.filter(event => !isGone(gone, event))
  next.people = withPeople(history.people, gone, left)
  next.state = withEvents(history.state, left.filter(event => isOwn(history, event)))
  const widened = (next.state.profile?.also ?? []).join() !== (history.state.profile?.also ?? []).join()
  return { history: next, fresh, anew: widened || fresh.some(event => takesBack(history, event)) }
}

/** What all these events say together. */
export function historyOf(whose: string, events: readonly unknown[]): History {
  const { history, fresh } = withIncoming(begin(''), events) // of nobody: the state is made below
  const left = fresh.filter(event => !isGone(history.gone, event))
  const ownState = (state: State) => fold(left.filter(event => isOwn({ whose, state }, event)))
  const alone = ownState(nothing())
  return { ...history, whose, state: alone.profile?.also?.length ? ownState(alone) : alone }
}

/** The events of this learner among all these, each once, without what was erased; those that erase are among them. */
export function ownEvents({ whose, state, gone }: History, events: readonly unknown[]): Kept[] {
  return newcomers(new Map(), events).filter(event => event.t === 'erased' ? event.p === whose : !isGone(gone, event) && isOwn({ whose, state }, event))
}

/** Events among these that were not known, each once; those of a shape that no event has are left out. */
export function newcomers(known: Vector, incoming: readonly unknown[]): Kept[] {
  const found = new Map<string, Kept>()
  for (const each of incoming) {
    const id = typeof each === 'object' && each !== null && 'id' in each ? each.id : null
    if (typeof id !== 'string' || found.has(id) || knows(known, id)) continue
    const parsed = safeParse(Kept, each)
    if (parsed.success) found.set(id, parsed.output)
  }
  return [...found.values()]
}

function withErased(gone: Gone, events: readonly Kept[]): Gone {
  const erased = events.flatMap(event => ({ p: event.p, fact: factOf(event, 'erased') }))
  const ids = erased.flatMap(({ fact }) => fact?.ids?.filter(id => EventId.test(id)) ?? [])
  const profiles = erased.flatMap(({ p, fact }) => fact?.profile ? [p] : [])
  return ids.length || profiles.length ? { ids: withIds(gone.ids, ids), profiles: new Set([...gone.profiles, ...profiles]) } : gone
}

/** Whether an event erases what this history has already heeded. */
function takesBack(history: History, event: Kept): boolean {
  const fact = factOf(event, 'erased')
  return Boolean(fact?.ids?.some(id => knows(history.known, id)) || (fact?.profile && isOwn(history, { p: event.p, t: '' })))
}

function withPeople(people: History['people'], gone: Gone, events: readonly Kept[]): History['people'] {
  const next = new Map([...people].filter(([p]) => !gone.profiles.has(p)))
  for (const event of events) {
    if (event.t === 'profile') next.set(event.p, withEvents({ ...nothing(), profile: next.get(event.p) ?? null }, [event]).profile)
    else if (event.t !== 'erased' && !next.has(event.p)) next.set(event.p, null)
  }
  return next
}
