import { ref, shallowRef } from 'vue'
import { chance } from '#platform/chance.ts'
import { clock } from '#platform/clock.ts'
import type { Keeper, Safety } from '#platform/keeper.ts'
import { checkpointName, makeSum, readCheckpoint } from '#progress/checkpoint.ts'
import { nextLam, type Fact, type FactType, type Kept } from '#progress/event.ts'
import { fold } from '#progress/fold.ts'
import { begin, historyOf, isGone, withIncoming } from '#progress/history.ts'
import { knows } from '#progress/vector.ts'

/** The events of this device as one tab knows them: what is kept, what it adds, what it hears from other tabs. */
export function makeDiary() {
  const history = shallowRef(begin(''))
  const safety = shallowRef<Safety | 'unknown'>('unknown')
  const narrow = ref(false)
  const origin = chance.id(13)
  let keeper: Keeper | null = null
  let session: Kept[] = [] // what was done or heard in this tab
  let waiting: Kept[] | null = [] // done before it was known by whom, or after which events
  let made = 0
  let noted = 0
  let uniting = false

  /** Heed these, wherever they come from; resolves when all is worked out. */
  async function take(incoming: readonly unknown[]) {
    const { history: next, fresh, anew } = withIncoming(history.value, incoming)
    session = session.concat(fresh)
    history.value = next
    if (anew) await foldAnew()
  }
  const all = async (): Promise<unknown[]> => [...await keeper?.readAll() ?? [], ...session]
  async function foldAnew() {
    const events = await all()
    history.value = historyOf(history.value.whose, [...events, ...session])
    session = session.filter(event => !isGone(history.value.gone, event))
  }

  /** Keep with this one from now on; `anew`: without what was done in this tab before. Events are read when somebody enters. */
  function use(next: Keeper, wiped: () => void, anew: boolean) {
    keeper = next
    waiting ??= []
    if (anew) session = []
    safety.value = 'unknown'
    next.watch((now) => {
      if (keeper !== next) return
      const isBack = safety.value === 'one' && now === 'both'
      safety.value = now
      if (isBack) void unite()
    })
    next.hear((news) => {
      if (keeper !== next) return
      if (news === 'wiped') wiped()
      else void take(news.entries)
    })
  }

  /** Nobody is named until somebody enters: nothing of the last one is in sight. */
  function leave(next = '') {
    waiting ??= []
    history.value = { ...history.value, whose: next, state: fold(next ? waiting : []) }
  }

  /** Somebody learns from now on, or nobody yet. What was done while nobody was named is theirs, what is kept nowhere else is kept now. */
  async function enter(whose: string) {
    leave(whose)
    const { sum = null, last = 0, rows = [] } = await keeper?.begin(checkpointName(whose), readCheckpoint) ?? {}
    if (history.value.whose !== whose || !waiting) return
    const stored = withIncoming(sum ?? begin(whose), rows)
    const found = withIncoming(stored.history, session)
    const done = whose ? waiting.map((event, nth): Kept => ({ ...event, p: whose, lam: nextLam(found.history.lam + nth) })) : []
    const unkept = session.filter(event => !knows(stored.history.known, event.id))
    noted = last
    history.value = found.history
    if (whose) waiting = null
    await take(done)
    if (stored.anew || found.anew) await foldAnew()
    if (done.length + unkept.length) await keeper?.add([...unkept, ...done])
  }

  /** What other tabs did while this one slept. */
  async function catchUp() {
    if (keeper) await take((await keeper.begin(checkpointName(history.value.whose), readCheckpoint)).rows)
  }

  /** Compare and mend both stores, and note a checkpoint. */
  async function unite() {
    if (!keeper || uniting) return
    uniting = true
    const { whose } = history.value
    const sum = makeSum(whose)
    const { whole, narrow: small } = await keeper.unite(({ rows, last }) => {
      void take(rows)
      if (last !== null) sum.heed(rows, last)
    }, row => isGone(history.value.gone, row)).finally(() => { uniting = false })
    narrow.value = small
    const note = whole ? sum.note(history.value.gone, noted) : null
    if (!note) return
    noted = note.last
    await keeper.note(checkpointName(whose), note).catch(() => undefined)
  }

  /** Add these; resolves when they are kept as well as this device can. */
  async function add(events: readonly Kept[]): Promise<Safety> {
    if (waiting && events.every(event => event.p === history.value.whose)) {
      waiting.push(...events)
      history.value = { ...history.value, state: fold(waiting) }
      return 'none'
    }
    const taken = take(events)
    const kept = await keeper?.add(events)
    await taken
    return kept ?? 'none'
  }
  const write = <Type extends FactType>(type: Type, fact: Fact<Type>, whose = history.value.whose): Kept =>
    JSON.parse(JSON.stringify({ id: `${origin}.${++made}`, p: whose, t: type, v: 1, lam: nextLam(history.value.lam), at: clock(), d: fact })) as Kept // as text and back: a database takes no proxies

  /** Delete for good what was erased; true when a second look finds none of it. */
  async function removeErased(): Promise<boolean> {
    await foldAnew()
    return await keeper?.remove(row => isGone(history.value.gone, row)) ?? true
  }

  /** Know nothing any more, and keep nothing. */
  function forget() {
    keeper = null
    session = []
    waiting = []
    safety.value = 'none'
    history.value = begin('')
  }
  return { history, safety, narrow, use, enter, leave, catchUp, unite, add, write, all, removeErased, forget }
}
