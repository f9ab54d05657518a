import { safeParse, type GenericSchema } from 'valibot'
import { ref, watch, type Ref } from 'vue'
import type { Storage } from '#platform/storage.ts'

/** Brings the value of an older version on by one version. */
export type Upgrade = (old: unknown) => unknown

let place: Storage | null = null
let silent = false
const loads = new Map<string, (text: string | null) => void>()

/** Begin to read and write settings, in this place: after the page was taken over, so that it looks as it was prerendered. */
export function openKept(storage: Storage): void {
  if (place === null) storage.hear((key, text) => { loads.get(key)?.(text) })
  place = storage
  for (const [key, load] of loads) load(read(key))
}

/** From now on settings are remembered only as long as the tab lives, or kept again. */
export function keepNothing(yes: boolean): void { silent = yes }

function read(key: string): string | null {
  try {
    return place?.get(key) ?? null
  } catch {
    return null
  }
}

/** A setting that outlives the tab: checked by its schema, brought on from older versions, written on change, heard from other tabs. */
export function keptRef<Value>(name: string, schema: GenericSchema<unknown, Value>, fallback: Value, ...upgrades: Upgrade[]): Ref<Value> {
  const key = `peace.${name}`
  const held = ref(fallback) as Ref<Value> // a setting holds no refs that would be unwrapped
  let written = ''

  function load(text: string | null) {
    if (text === null || text === written) return
    const value = brought(text, upgrades)
    const parsed = safeParse(schema, value)
    if (!parsed.success) return
    written = text
    held.value = parsed.output
  }
  loads.set(key, load)
  load(read(key))

  watch(held, (value) => {
    const text = JSON.stringify(upgrades.length ? { v: upgrades.length, is: value } : value)
    if (!place || text === written || silent) return
    written = text
    try {
      place.set(key, text)
    } catch { /* it holds for this tab */ }
  }, { deep: true, flush: 'sync' })
  return held
}

/** What a text says today: with upgrades it is `{ v, is }`, and one without `v` is the first version. */
function brought(text: string, upgrades: readonly Upgrade[]): unknown {
  try {
    const found: unknown = JSON.parse(text)
    if (!upgrades.length) return found
    const isVersioned = typeof found === 'object' && found !== null && 'v' in found && 'is' in found
    const from = isVersioned ? Number(found.v) : 0
    return upgrades.slice(from).reduce((value, upgrade) => upgrade(value), isVersioned ? found.is : found)
  } catch {
    return undefined
  }
}
