/** Text by key, kept on this device; each call may throw where the browser refuses. */
export interface Storage {
  keys: () => string[]
  get: (key: string) => string | null
  set: (key: string, text: string) => void
  remove: (key: string) => void
}

/** The browser's local storage, of which only keys beginning with `peace.` are ours. */
export const storage: Storage = {
  keys: () => Object.keys(localStorage).filter(key => key.startsWith('peace.')),
  get: key => localStorage.getItem(key),
  set: (key, text) => { localStorage.setItem(key, text) },
  remove: (key) => { localStorage.removeItem(key) },
}

/** Storage that ends with the tab: for those who keep nothing, and for browsers that refuse. */
export function inMemory(): Storage {
  const held = new Map<string, string>()
  return {
    keys: () => [...held.keys()], get: key => held.get(key) ?? null,
    set: (key, text) => { held.set(key, text) }, remove: (key) => { held.delete(key) },
  }
}
