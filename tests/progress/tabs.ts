import { createPinia } from 'pinia'
import { vi } from 'vitest'
import { makeKeeper } from '#platform/keeper.ts'
import { ledgerIn } from '#platform/ledger.ts'
import type { Fact } from '#progress/event.ts'
import { fakeAir, fakeDatabase, fakePace, fakeStorage, settle } from '../platform/fakes.ts'

/** A device whose stores live on while tabs come and go. */
export function makeDevice() {
  const storage = fakeStorage()
  const database = fakeDatabase()
  const air = fakeAir()
  const pace = fakePace()

  /** A tab with modules of its own, as another process would have. */
  async function tab({ open = true } = {}) {
    vi.resetModules()
    const own = storage.another()
    const [{ useProgress }, { openKept }] = await Promise.all([import('#stores/progress.ts'), import('#stores/kept.ts')])
    const progress = useProgress(createPinia())
    const keeper = makeKeeper(ledgerIn(own, entry => entry.t === 'erased'), database, air(), pace)
    const begin = async () => {
      openKept(own)
      await progress.open(keeper)
    }
    if (open) await begin()
    return Object.assign(progress, { begin, keeper, own })
  }
  /** Time for what runs at rest: comparing, mending, checkpoints. */
  async function rest() {
    await vi.advanceTimersByTimeAsync(6_000)
    await settle()
  }
  const texts = () => [...storage.held.values()].join('\n')
  return { storage, database, pace, tab, rest, texts }
}

/** An answer to a question of this name. */
export const answerTo = (name: string): Fact<'answered'> => ({ question: `words.${name}`, asked: 'x', reply: name, earned: 1, possible: 1, hints: 0, in: 'lesson', run: 'r' })
