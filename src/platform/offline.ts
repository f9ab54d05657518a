/** What the service worker says of a language: how far it is kept, or whether it is ready, and how many bytes it takes. */
export interface Heard { language: string, ready?: boolean, done?: number, all?: number, bytes?: number }

/** The course kept for use without a network. */
export interface Offline {
  ask: (what: 'ready' | 'keep', language: string) => void
  hear: (listen: (heard: Heard) => void) => void
  /** Called when a newer version waits; calling what it gets puts it to use and loads the page anew. */
  onUpdate: (listen: (use: () => void) => void) => void
}

interface Policies { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string } }

/** The worker's address, as a browser with trusted types wants it: no other address passes. */
function workerUrl(): string {
  const url = `${import.meta.env.BASE_URL}sw.js`
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes // not in the DOM types yet
  const policy = policies?.createPolicy('peace', { createScriptURL: (asked) => { if (asked !== url) throw new Error('offline: not our worker'); return asked } })
  return policy?.createScriptURL(url) ?? url
}

/** Whether this browser can keep the course here; a page on plain http cannot. */
export const canKeep = (): boolean => 'serviceWorker' in navigator

/** Whether a worker was registered here before. */
export const isKeeping = async (): Promise<boolean> => canKeep() && await navigator.serviceWorker.getRegistration() !== undefined

/** Register the worker, which fetches what every page needs; null where the browser has none here. */
export async function beginOffline(): Promise<Offline | null> {
  if (!canKeep()) return null
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register(workerUrl(), { scope: import.meta.env.BASE_URL, updateViaCache: 'none' })
  const active = async () => (await serviceWorker.ready).active
  return {
    ask: (what, language) => { void active().then(worker => worker?.postMessage({ ask: what, language, page: location.href.split('#')[0] })) },
    hear: (listen) => { serviceWorker.addEventListener('message', (event) => { listen(event.data as Heard) }) }, // only our own worker can speak to the page
    onUpdate(listen) {
      const offer = (worker: ServiceWorker) => {
        listen(() => {
          serviceWorker.addEventListener('controllerchange', () => { location.reload() }, { once: true })
          worker.postMessage({ ask: 'update', language: '' })
        })
      }
      if (registration.waiting && serviceWorker.controller) offer(registration.waiting)
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing
        worker?.addEventListener('statechange', () => { if (worker.state === 'installed' && serviceWorker.controller) offer(worker) })
      })
    },
  }
}
