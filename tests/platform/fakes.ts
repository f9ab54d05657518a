import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import type { Chance } from '#platform/chance.ts'
import type { Channel } from '#platform/channel.ts'
import type { Pace } from '#platform/clock.ts'
import { indexed, type Database } from '#platform/database.ts'
import type { Storage } from '#platform/storage.ts'

/** Local storage of one device, as several tabs see it; it can be told to be full or to refuse everything. */
export function fakeStorage(held = new Map<string, string>(), tabs: ((key: string, text: string | null) => void)[][] = []) {
  const own: ((key: string, text: string | null) => void)[] = []
  tabs.push(own)
  const others = (key: string, text: string | null) => { for (const tab of tabs) if (tab !== own) for (const listen of tab) listen(key, text) }
  const door = {
    held, room: Infinity, refuses: false,
    another: () => fakeStorage(held, tabs),
    keys: () => {
      check()
      return [...held.keys()].filter(key => key.startsWith('peace.'))
    },
    get: (key: string) => {
      check()
      return held.get(key) ?? null
    },
    set(key: string, text: string) {
      check()
      const used = [...held].reduce((sum, [name, value]) => sum + name.length + value.length, 0)
      if (used - (held.get(key)?.length ?? 0) + key.length + text.length > door.room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, text)
      others(key, text)
    },
    remove(key: string) {
      check()
      held.delete(key)
      others(key, null)
    },
    hear: (listen: (key: string, text: string | null) => void) => { own.push(listen) },
  }
  const check = () => { if (door.refuses) throw new DOMException('no', 'SecurityError') }
  return door satisfies Storage & Record<string, unknown>
}

/** A real IndexedDB, in memory, that can be told to fail, to hang, or to be wiped. */
export function fakeDatabase(name = 'peace') {
  let factory = new IDBFactory()
  let inner = indexed(name, () => factory)
  const door = { fails: false, hangs: false, factory: () => factory, wipe() { factory = new IDBFactory(); inner = indexed(name, () => factory) } }
  const guarded = <Args extends unknown[], Value>(method: (database: Database) => (...args: Args) => Promise<Value>) => (...args: Args): Promise<Value> => {
    if (door.hangs) return new Promise(() => undefined)
    return door.fails ? Promise.reject(new DOMException('IO error', 'UnknownError')) : method(inner)(...args)
  }
  return Object.assign(door, {
    add: guarded(db => db.add), read: guarded(db => db.read), remove: guarded(db => db.remove), note: guarded(db => db.note), noted: guarded(db => db.noted),
    claim: guarded(db => db.claim), forget: guarded(db => db.forget), clear: guarded(db => db.clear), discard: guarded(db => db.discard),
  } satisfies Database)
}

/** The air between tabs: each end hears what the others say, not what it says itself. */
export function fakeAir() {
  const ends: ((message: unknown) => void)[][] = []
  return (): Channel => {
    const own: ((message: unknown) => void)[] = []
    ends.push(own)
    return {
      say: (message) => { for (const end of ends) if (end !== own) for (const listen of end) listen(structuredClone(message)) },
      hear: (listen) => { own.push(listen) },
    }
  }
}

/** Time that passes when the test says so; rest comes at once. */
export function fakePace() {
  let now = 0
  let due: { at: number, work: () => void }[] = []
  const returns: (() => void)[] = []
  const door = {
    rest: () => Promise.resolve(),
    after(ms: number, work: () => void) {
      const each = { at: now + ms, work }
      due.push(each)
      return () => { due = due.filter(other => other !== each) }
    },
    onReturn: (work: () => void) => { returns.push(work) },
    comeBack: () => { for (const work of returns) work() },
    waits: () => due.length,
    /** Let time pass, and whatever falls due happen. */
    async pass(ms: number) {
      now += ms
      for (let next = due.find(each => each.at <= now); next; next = due.find(each => each.at <= now)) {
        const { work } = next
        due = due.filter(each => each !== next)
        work()
        await settle()
      }
      await settle()
    },
  }
  return door satisfies Pace & Record<string, unknown>
}

/** Until whatever was begun is done. */
export const settle = async (): Promise<void> => { for (let turn = 0; turn < 20; turn++) await new Promise((done) => { setImmediate(done) }) }

/** Chance that can be repeated. */
export function fakeChance(seed = 1): Chance {
  let state = seed
  const next = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
  return { next, id: length => Array.from({ length }, () => '0123456789abcdefghjkmnpqrstvwxyz'[Math.floor(next() * 32)]).join('') }
}
