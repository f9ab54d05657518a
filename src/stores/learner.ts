import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { storage } from '#platform/storage.ts'
import type { Attempt } from '#quiz/attempt.ts'
import type { Question } from '#quiz/question.ts'
import type { View } from '#quiz/views.ts'
import type { Safety } from '#platform/keeper.ts'
import type { Fact, FactType } from '#progress/event.ts'
import type { State } from '#progress/fold.ts'
import type { useProgress } from './progress.ts'

type Progress = ReturnType<typeof useProgress>
/** Finds how a go at a question was left. */
type Earlier = (question: Question, view: View) => Attempt | undefined

const EARLY = 'peace.early.'
const none: State = { count: 0, since: null, parts: {}, finished: {}, answers: {}, replies: {}, texts: {}, finishes: {}, profile: null }

/** A fact noted before the keeping was loaded. */
export interface Early { type: FactType, fact: Fact<FactType> }

/** The learner as every page sees them. The keeping itself is loaded after the first answer is possible: what is noted before stands in local storage at once. */
export const useLearner = defineStore('learner', () => {
  const progress = shallowRef<Progress | null>(null)
  let connected: (found: Progress) => void = () => undefined
  const whenConnected = new Promise<Progress>((done) => { connected = done })
  let held = 0
  const earlier = shallowRef<Earlier>(() => undefined)
  const turn = ref(0)
  watch(() => progress.value?.profile, (now, before) => { if (before && !now) turn.value++ })

  /** From now on the progress store keeps; what was noted in other tabs or before a crash is given to `take`, checked there. */
  function connect(found: Progress, take: (early: unknown) => void, findEarlier: Earlier = () => undefined) {
    earlier.value = findEarlier
    for (const key of storage.keys().filter(each => each.startsWith(EARLY))) {
      try { take(JSON.parse(storage.get(key) ?? '')) } catch { /* torn: nothing to take */ }
      storage.remove(key)
    }
    progress.value = found
    connected(found)
  }

  /** Note a fact; resolves when it is kept as well as this device can. */
  async function record<Type extends FactType>(type: Type, fact: Fact<Type>): Promise<Safety | 'unknown'> {
    if (progress.value) return progress.value.record(type, fact)
    try {
      if (storage.get('peace.mode') !== '"nothing"') storage.set(`${EARLY}${++held}`, JSON.stringify({ type, fact } satisfies Early))
      else void whenConnected.then(found => found.record(type, fact))
    } catch {
      void whenConnected.then(found => found.record(type, fact))
    }
    return (await whenConnected).safety
  }

  return {
    connect, record,
    /** How this learner left a question in its lesson, as soon as that is known. */
    earlier: (...asked: Parameters<Earlier>) => earlier.value(...asked),
    /** Counts up whenever somebody gives the device to the next learner: what is on screen is theirs no more. */
    turn: computed(() => turn.value),
    state: computed(() => progress.value?.state ?? none),
    safety: computed((): Safety | 'unknown' => progress.value?.safety ?? 'unknown'),
    /** Whose state this is: empty while nobody is named or all was wiped, unknown before what was kept has been read. */
    whose: computed(() => progress.value?.wiped ? '' : progress.value?.profile),
    /** Whether what was kept has been read, so that `state` is the learner's own. */
    known: computed(() => progress.value !== null),
    /** Whether several people learn on this device. */
    shared: computed(() => progress.value?.mode === 'shared'),
    whenKnown: async () => { await (await whenConnected).whenOpen() },
  }
})
