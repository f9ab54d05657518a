interface Waiting extends Event { waitUntil: (work: Promise<unknown>) => void }
interface Asked extends Waiting { data: unknown, source: { postMessage: (message: unknown) => void } | null }
interface Fetching extends Waiting { request: Request, respondWith: (response: Promise<Response>) => void }

/** What a service worker has around it; the library of types for it cannot stand beside the page's. */
export interface WorkerScope {
  registration: ServiceWorkerRegistration
  clients: { claim: () => Promise<void> }
  skipWaiting: () => Promise<void>
  addEventListener: ((type: 'install' | 'activate', listen: (event: Waiting) => void) => void) & ((type: 'message', listen: (event: Asked) => void) => void) & ((type: 'fetch', listen: (event: Fetching) => void) => void)
}
