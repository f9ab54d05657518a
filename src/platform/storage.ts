/** Text by key, kept on this device; each call but `hear` may throw where the browser refuses. */
export interface Storage {
  keys: () => string[]
  get: (key: string) => string | null
  set: (key: string, text: string) => void
  remove: (key: string) => void
  /** What other tabs write; null where they remove. */
  hear: (listen: (key: string, text: string | null) => void) => void
}

/** The browser's local storage, of which only keys beginning with `peace.` are ours. */
export const storage: Storage = {
  keys: () => Object.keys(localStorage).filter(key => key.startsWith('peace.')),
  get: key => localStorage.getItem(key),
  set: (key, text) => { localStorage.setItem(key, text) },
  remove: (key) => { localStorage.removeItem(key) },
  hear: (listen) => { addEventListener('storage', ({ key, newValue }) => { if (key?.startsWith('peace.')) listen(key, newValue) }) },
}

/** Storage that ends with the tab. */
export function inMemory(): Storage {
  const held = new Map<string, string>()
  return {
    keys: () => [...held.keys()], get: key => held.get(key) ?? null,
    set: (key, text) => { held.set(key, text) }, remove: (key) => { held.delete(key) }, hear: () => undefined,
  }
}

/** Delete what is ours outside the two stores: the worker, caches named `peace-…` and what the tab itself holds. True when a second look finds nothing. */
export async function clearRest(): Promise<boolean> {
  if (typeof navigator !== 'undefined' && 'serviceWorker' in navigator) await (await navigator.serviceWorker.getRegistration().catch(() => undefined))?.unregister() // refused to a file
  const ours = async () => typeof caches === 'undefined' ? [] : (await caches.keys()).filter(name => name.startsWith('peace-'))
  await Promise.all((await ours()).map(name => caches.delete(name)))
  const session = () => typeof sessionStorage === 'undefined' ? [] : Object.keys(sessionStorage).filter(key => key.startsWith('peace'))
  for (const key of session()) sessionStorage.removeItem(key)
  return (await ours()).length === 0 && session().length === 0
}
