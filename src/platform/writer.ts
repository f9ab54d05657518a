import type { Pace } from './clock.ts'
import type { Database } from './database.ts'
import type { Entry, Ledger } from './ledger.ts'

/** How well rows are kept: in both stores, in one, or only as long as the tab lives. */
export type Safety = 'both' | 'one' | 'none'

/** The hand that writes into both stores; what one of them does not take is held and tried again. */
export interface Writer {
  /** In local storage before it returns, in the database when it resolves. */
  write: (entries: readonly Entry[]) => Promise<Safety>
  /** Into the database only. */
  store: (entries: readonly Entry[]) => Promise<Safety>
  /** A store turned out not to answer. */
  failed: (store: 'ledger' | 'database') => void
  /** Rows that a store has not taken yet. */
  held: () => Entry[]
  /** How well rows are kept, whenever that changes. */
  watch: (listen: (safety: Safety) => void) => void
  /** Say it now. */
  tell: () => Safety
  /** From now on nothing is written. */
  end: () => void
}

const PATIENCE = 5_000
const RETRY = 10_000

/** What a database does, unless it takes so long that it may never answer. */
export function timely<Value>(work: Promise<Value>, pace: Pace): Promise<Value> {
  return new Promise((resolve, reject) => {
    const callOff = pace.after(PATIENCE, () => { reject(new Error('keeper: the database does not answer')) })
    work.then(resolve, reject).finally(callOff)
  })
}

/** A writer into this ledger and this database. */
export function makeWriter(ledger: Ledger, database: Database, pace: Pace): Writer {
  const behind = { ledger: new Map<string, Entry>(), database: new Map<string, Entry>() }
  const up = { ledger: true, database: true }
  const watchers: ((safety: Safety) => void)[] = []
  let said: Safety | undefined
  let waiting = false
  let ended = false

  function safety(): Safety {
    const inNeither = [...behind.database.keys()].some(id => behind.ledger.has(id))
    if (ended || inNeither || (!up.ledger && !up.database)) return 'none'
    return up.ledger && up.database ? 'both' : 'one'
  }
  function tell(): Safety {
    const now = safety()
    if (now !== said) for (const listen of watchers) listen(now)
    said = now
    if (now !== 'both') tryLater()
    return now
  }
  function tryLater() {
    if (waiting || ended) return
    waiting = true
    pace.after(RETRY, () => {
      waiting = false
      if (ended) return
      note([])
      void store([]).then(tell)
    })
  }
  function note(entries: readonly Entry[]) {
    for (const entry of entries) behind.ledger.set(entry.id, entry)
    try {
      if (!up.ledger) ledger.singles()
      for (const entry of behind.ledger.values()) {
        ledger.add(entry)
        behind.ledger.delete(entry.id)
      }
      up.ledger = true
    } catch {
      up.ledger = false
    }
  }
  async function store(entries: readonly Entry[]) {
    for (const entry of entries) behind.database.set(entry.id, entry)
    const rows = [...behind.database.values()]
    try {
      await timely(rows.length ? database.add(rows) : database.noted(''), pace)
      for (const { id } of rows) behind.database.delete(id)
      up.database = true
    } catch {
      up.database = false
    }
  }

  return {
    async write(entries) {
      if (ended) return 'none'
      note(entries)
      await store(entries)
      return tell()
    },
    async store(entries) {
      if (!ended) await store(entries)
      return tell()
    },
    failed(store) {
      up[store] = false
      tell()
    },
    held: () => [...behind.ledger.values(), ...behind.database.values()],
    watch: (listen) => { watchers.push(listen) },
    tell,
    end() {
      ended = true
      behind.ledger.clear()
      behind.database.clear()
      tell()
    },
  }
}
