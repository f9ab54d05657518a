import { defineAsyncComponent, type Component } from 'vue'
import { pace } from '#platform/clock.ts'
import { takeEarly } from '#platform/early.ts'
import { near } from './near.ts'

/** A stretch of a prerendered page that comes alive when it is near: what it needs is loaded then, and what was answered before is taken up. `waking` is called once it does. */
export const later = (selector: string, load: () => Promise<Component>, waking = () => undefined as unknown): Component => defineAsyncComponent({
  loader: async () => {
    await near(selector)
    return load()
  },
  onError: (_why, retry) => { pace.after(3_000, retry) }, // the network may be back by then
  hydrate: (hydrate, forEach) => {
    waking()
    const replays: (() => Promise<void>)[] = []
    forEach((element) => { replays.push(takeEarly(element)) })
    hydrate()
    for (const replay of replays) void replay()
  },
})
