import type { Listed, OfflineLists } from './offlineLists.ts'
import type { WorkerScope } from './workerScope.ts'

declare const self: WorkerScope
declare const __LISTS__: Pick<OfflineLists, 'build'> & { lists: Listed }

/** The service worker: files are kept by their content's hash, in one store for all versions; a version is a list of them. */
const { build, lists } = __LISTS__
const FILES = 'peace-files'
const own = `peace-app-${build}`
const at = (path: string) => new URL(path, self.registration.scope).href

/** The lists of this version: kept with it, so that they are there without a network too. */
async function listsOf(): Promise<OfflineLists> {
  const cache = await caches.open(own)
  const kept = await cache.match(at(lists[0])) ?? await verified(...lists)
  await cache.put(at(lists[0]), kept.clone())
  return kept.json() as Promise<OfflineLists> // verified by its hash
}

/** Fetch what is missing of a list into the store; each file is verified, and one that fails leaves the rest as it was. */
async function fill(list: readonly [path: string, integrity: string][], into: string, tell?: (done: number) => void): Promise<void> {
  const cache = await caches.open(into)
  let done = 0
  for (const [path, integrity] of list) {
    if (into !== FILES || !await cache.match(at(path))) await cache.put(at(path), await verified(path, integrity))
    tell?.(++done)
  }
}

async function verified(path: string, integrity: string): Promise<Response> {
  const response = await fetch(new Request(at(path), { integrity, cache: 'no-cache' }))
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response
}

/** Languages somebody asked to keep, in whatever version. */
async function held(): Promise<string[]> {
  const noted = await (await caches.open('peace-held')).keys()
  return noted.map(request => new URL(request.url).pathname.split('/').at(-1) ?? '')
}

async function keep(language: string, tell?: (done: number) => void) {
  const kept = (await listsOf()).languages[language]
  if (!kept) return
  await fill(kept.files, FILES, tell)
  await fill(kept.shell, own)
  await (await caches.open('peace-held')).put(at(`held/${language}`), new Response(''))
}

/** Whether a list is there whole. */
async function whole(list: readonly [string, string][], from: string): Promise<boolean> {
  const cache = await caches.open(from)
  const found = await Promise.all(list.map(([path]) => cache.match(at(path))))
  return found.every(Boolean)
}

async function ready(language: string): Promise<boolean> {
  const { shell, languages } = await listsOf()
  return await whole(shell, FILES) && await whole(languages[language]?.files ?? [['', '']], FILES) && await whole(languages[language]?.shell ?? [], own)
}

/** Versions are kept two deep: an open tab of the one before goes on working. */
async function prune() {
  const versions = (await caches.keys()).filter(name => name.startsWith('peace-app-'))
  for (const name of versions.filter(each => each !== own).slice(0, -1)) await caches.delete(name)
  const lists = await Promise.all((await caches.keys()).filter(name => name.startsWith('peace-app-')).map(async (name) => {
    const noted = await (await caches.open(name)).match(at('list'))
    return noted ? await noted.json() as string[] : [] // we have written it
  }))
  const wanted = new Set(lists.flat().map(at))
  const files = await caches.open(FILES)
  for (const request of await files.keys()) if (!wanted.has(request.url)) await files.delete(request)
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const { shell, languages } = await listsOf()
    await fill(shell, FILES)
    const all = [...shell, ...Object.values(languages).flatMap(each => each.files)].map(([path]) => path)
    await (await caches.open(own)).put(at('list'), new Response(JSON.stringify(all)))
    for (const language of await held()) await keep(language)
  })())
})

self.addEventListener('activate', (event) => { event.waitUntil(prune().then(() => self.clients.claim())) })

self.addEventListener('message', (event) => {
  const { ask, language, page } = event.data as { ask: string, language: string, page: string } // only our own pages can speak to it
  const answer = async (message: object) => {
    const kept = (await listsOf()).languages[language]
    event.source?.postMessage({ ...message, language, bytes: kept?.bytes, all: kept?.files.length })
  }
  if (ask === 'update') void self.skipWaiting()
  if (ask === 'ready') event.waitUntil(ready(language).then(yes => answer({ ready: yes })))
  if (ask === 'keep') {
    event.waitUntil((async () => {
      try {
        await keepPage(page)
        await keep(language, (done) => { void answer({ done }) })
        await answer({ ready: await ready(language) })
      } catch { await answer({ ready: false }) }
    })())
  }
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return
  if (event.request.mode === 'navigate') event.respondWith(page(event.request))
  else event.respondWith(caches.match(event.request, { ignoreSearch: true }).then(found => found ?? fetch(event.request)))
})

/** A page that was visited in this version, else the network's, else the empty shell of its language. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(own)
  const kept = await cache.match(request, { ignoreSearch: true })
  if (kept) return kept
  try {
    const response = await fetch(request)
    await keepOwn(cache, request.url.split(/[?#]/)[0] ?? request.url, response.clone())
    return response
  } catch {
    const path = request.url.slice(self.registration.scope.length)
    const empty = await cache.match(at(`shell/${path.slice(0, 2)}.html`)) ?? await caches.match(at(path.startsWith('plain') ? 'plain/index.html' : 'none'))
    return empty ?? await offlineList()
  }
}

/** Keep the page that asks: it was there before the worker was. */
async function keepPage(url: string) {
  const cache = await caches.open(own)
  if (await cache.match(url)) return
  await keepOwn(cache, url, await fetch(url))
}

/** Keep a page if it is of this version. */
async function keepOwn(cache: Cache, url: string, response: Response) {
  if (response.ok && (await response.clone().text()).includes(`content="${build}"`)) await cache.put(url, response)
}

/** Which languages are here, where the one asked for is not. */
async function offlineList(): Promise<Response> {
  const [here, { pages }] = await Promise.all([held(), listsOf()])
  const links = here.map(language => `<p><a lang="${language}" href="${at(`${language}/`)}">${pages[language] ?? language}</a></p>`).join('')
  return new Response(`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Peace and Solidarity</title>${links}`, { status: 503, headers: { 'content-type': 'text/html' } })
}
