import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { safeParse } from 'valibot'
import { Kept, type Fact, type FactType } from '#progress/event.ts'
import { fold, nothing, withEvent, type State } from '#progress/fold.ts'
import { chance } from '#platform/chance.ts'
import { clock } from '#platform/clock.ts'
import type { Keeper, Safety } from '#platform/keeper.ts'

/** What this learner has done. Events are only ever added; all else is worked out from them. */
export const useProgress = defineStore('progress', () => {
  const state = shallowRef<State>(nothing())
  const safety = shallowRef<Safety | 'unknown'>('unknown')
  const profile = shallowRef('own')
  let keeper: Keeper | undefined
  let events: Kept[] = []
  const origin = chance.id(12)
  let seq = 0

  function take(found: readonly unknown[]) {
    const read = found.flatMap((each) => {
      const parsed = safeParse(Kept, each)
      return parsed.success ? [parsed.output] : []
    })
    const known = new Set(events.map(event => event.id))
    const fresh = read.filter(event => !known.has(event.id))
    if (!fresh.length) return
    events = [...events, ...fresh]
    const own = fresh.filter(event => event.p === profile.value)
    state.value = own.length === 1 && own[0] && own[0].t !== 'erased' ? withEvent(state.value, own[0]) : fold(events.filter(event => event.p === profile.value))
  }

  /** Begin to keep: everything kept so far is read, what was done before is kept too. */
  async function open(opened: Keeper) {
    keeper = opened
    const before = events
    const { entries, safety: found } = await opened.readAll()
    take(entries)
    safety.value = found
    opened.hear((entry) => { take([entry]) })
    for (const event of before) safety.value = await opened.add(event)
  }

  /** Note a fact; resolves when it is kept as well as this device can. */
  async function record<Type extends FactType>(type: Type, fact: Fact<Type>): Promise<Safety> {
    const event: Kept = { id: `${origin}.${++seq}`, p: profile.value, t: type, v: 1, lam: state.value.lam + 1, at: clock(), d: { ...fact } }
    take([event])
    if (keeper) safety.value = await keeper.add(event)
    return safety.value === 'unknown' ? 'none' : safety.value
  }

  return { state: computed(() => state.value), safety: computed(() => safety.value), open, record }
})
