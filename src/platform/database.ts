/** Something with an id, kept as it is. */
export interface Row { id: string }

/** Rows kept on this device. Each call rejects where the browser refuses, and the next one tries anew. */
export interface Database {
  /** Resolves when the rows are safely written; those whose id is there already change nothing. */
  add: (rows: readonly Row[]) => Promise<void>
  /** Rows that arrived after number `after`, at most so many, with the number of the last one. */
  read: (after: number, most?: number) => Promise<{ rows: Row[], last: number }>
  remove: (ids: readonly string[]) => Promise<void>
  /** A value of its own beside the rows, such as a checkpoint. */
  note: (key: string, value: unknown) => Promise<void>
  noted: (key: string) => Promise<unknown>
  /** What was noted first under this key: by whichever tab was there first. */
  claim: (key: string, value: unknown) => Promise<unknown>
  /** Drop the notes whose key begins so. */
  forget: (prefix: string) => Promise<void>
  clear: () => Promise<void>
  /** Give the whole database back to the browser, once every tab has let go of it. */
  discard: () => Promise<void>
}

const settled = <Value>(request: IDBRequest<Value>) => new Promise<Value>((resolve, reject) => {
  request.onsuccess = () => { resolve(request.result) }
  request.onerror = () => { reject(request.error ?? new Error('database: a request failed')) }
})

const completed = (transaction: IDBTransaction) => new Promise<void>((resolve, reject) => {
  transaction.oncomplete = () => { resolve() }
  transaction.onabort = transaction.onerror = () => { reject(transaction.error ?? new Error('database: a transaction was given up')) }
})

/** Opened without a version when a newer app has made it newer: its stores are there all the same. */
async function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
    request.result.createObjectStore('notes')
  }
  try {
    return await settled(request)
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'VersionError') return settled(factory.open(name))
    throw problem
  }
}

/** The browser's database of this name. It opens on first use and again after the browser has closed it under us. */
export function indexed(name: string, factory: () => IDBFactory = () => indexedDB): Database {
  let opened: Promise<IDBDatabase> | undefined
  const lost = () => { opened = undefined }

  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    opened ??= open(factory(), name).then((database) => {
      database.onclose = lost
      database.onversionchange = () => {
        database.close()
        lost()
      }
      return database
    })
    try {
      return (await opened).transaction(['events', 'notes'], mode, mode === 'readwrite' ? { durability: 'strict' } : {})
    } catch (problem) {
      lost()
      throw problem
    }
  }

  async function write(work: (events: IDBObjectStore, notes: IDBObjectStore) => void): Promise<void> {
    const transaction = await begin('readwrite')
    work(transaction.objectStore('events'), transaction.objectStore('notes'))
    await completed(transaction)
  }

  return {
    add: rows => write((events) => {
      for (const row of rows) {
        const request = events.add(row)
        request.onerror = (event) => {
          if (request.error?.name !== 'ConstraintError') return
          event.preventDefault() // it is there already; the others go on
          event.stopPropagation()
        }
      }
    }),
    async read(after, most = 2 ** 32 - 1) {
      const events = (await begin('readonly')).objectStore('events')
      const range = after > 0 ? IDBKeyRange.lowerBound(after, true) : null
      const [rows, keys] = await Promise.all([settled(events.getAll(range, most)), settled(events.getAllKeys(range, most))])
      return { rows: rows as Row[], last: Number(keys.at(-1) ?? after) } // whoever reads them checks their shape
    },
    remove: ids => write((events) => {
      for (const id of ids) {
        const key = events.index('id').getKey(id)
        key.onsuccess = () => { if (key.result !== undefined) events.delete(key.result) }
      }
    }),
    note: (key, value) => write((_, notes) => { notes.put(value, key) }),
    noted: async (key): Promise<unknown> => settled((await begin('readonly')).objectStore('notes').get(key)),
    async claim(key, value) {
      const transaction = await begin('readwrite')
      const notes = transaction.objectStore('notes')
      const found: unknown = await settled(notes.get(key))
      if (found === undefined) notes.put(value, key)
      await completed(transaction)
      return found ?? value
    },
    forget: prefix => write((_, notes) => { notes.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`)) }),
    clear: () => write((events, notes) => {
      events.clear()
      notes.clear()
    }),
    async discard() {
      const database = await opened?.catch(() => null)
      database?.close()
      lost()
      await settled(factory().deleteDatabase(name))
    },
  }
}
