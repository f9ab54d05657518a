import type { Keeper } from './keeper.ts'
import type { Entry } from './ledger.ts'

/** A keeper that keeps nothing: it remembers as long as the tab lives, and writes nowhere. `wipe` deletes what was kept on this device before. */
export function forgetful(wipe: () => Promise<boolean>): Keeper {
  const held = new Map<string, Entry>()
  const forget = (isGone: (entry: Entry) => boolean) => { for (const entry of held.values()) if (isGone(entry)) held.delete(entry.id) }
  return {
    begin: async () => ({ sum: null, last: 0, rows: [...held.values()] }),
    async add(entries) {
      for (const entry of entries) held.set(entry.id, entry)
      return 'none'
    },
    readAll: async () => [...held.values()],
    unite: async () => ({ whole: true, narrow: false }),
    async remove(isGone) {
      forget(isGone)
      return true
    },
    note: async () => undefined,
    claim: async (_, word) => word,
    wipe() {
      held.clear()
      return wipe()
    },
    hear: () => undefined,
    watch: () => undefined,
  }
}
