/** Something with an id, kept as it is. */
export interface Row { id: string }

/** Rows kept on this device. Each call rejects where the browser refuses; `opened` is remade after a loss. */
export interface Database {
  /** Resolves when the rows are safely written; those whose id is there already change nothing. */
  add: (rows: readonly Row[]) => Promise<void>
  /** Every row that arrived after `after`, with the number of the last one. */
  read: (after: number) => Promise<{ rows: Row[], last: number }>
  remove: (ids: readonly string[]) => Promise<void>
  /** A value of its own beside the rows, such as a checkpoint. */
  note: (key: string, value: unknown) => Promise<void>
  noted: (key: string) => Promise<unknown>
  clear: () => Promise<void>
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
export function indexed(name: string, factory: IDBFactory = indexedDB): Database {
  let opened: Promise<IDBDatabase> | undefined
  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    opened ??= open(factory, name).then((database) => {
      database.onclose = database.onversionchange = () => { database.close(); opened = undefined }
      return database
    })
    try {
      return (await opened).transaction(['events', 'notes'], mode, mode === 'readwrite' ? { durability: 'strict' } : {})
    } catch (problem) {
      opened = undefined
      throw problem
    }
  }
  return {
    async add(rows) {
      const transaction = await begin('readwrite')
      const store = transaction.objectStore('events')
      for (const row of rows) {
        const request = store.add(row)
        request.onerror = (event) => { if (request.error?.name === 'ConstraintError') { event.preventDefault(); event.stopPropagation() } }
      }
      await completed(transaction)
    },
    async read(after) {
      const store = (await begin('readonly')).objectStore('events')
      const range = after > 0 ? IDBKeyRange.lowerBound(after, true) : null
      const [rows, keys] = await Promise.all([settled(store.getAll(range)), settled(store.getAllKeys(range))])
      return { rows: rows as Row[], last: Number(keys.at(-1) ?? after) } // whoever reads them checks their shape
    },
    async remove(ids) {
      const transaction = await begin('readwrite')
      const store = transaction.objectStore('events')
      for (const id of ids) {
        const key = store.index('id').getKey(id)
        key.onsuccess = () => { if (key.result !== undefined) store.delete(key.result) }
      }
      await completed(transaction)
    },
    async note(key, value) {
      const transaction = await begin('readwrite')
      transaction.objectStore('notes').put(value, key)
      await completed(transaction)
    },
    async noted(key) {
      return settled((await begin('readonly')).objectStore('notes').get(key))
    },
    async clear() {
      const transaction = await begin('readwrite')
      transaction.objectStore('events').clear()
      transaction.objectStore('notes').clear()
      await completed(transaction)
    },
  }
}
