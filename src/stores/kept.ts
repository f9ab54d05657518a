import { ref, watch, type Ref } from 'vue'
import { safeParse, type GenericSchema } from 'valibot'
import { storage } from '#platform/storage.ts'

/** A setting that outlives the tab: read once, checked by its schema, written on change. */
export function keptRef<Value>(key: string, schema: GenericSchema<unknown, Value>, fallback: Value): Ref<Value> {
  const held = ref(fallback) as Ref<Value>
  try {
    const parsed = safeParse(schema, JSON.parse(storage.get(`peace.${key}`) ?? 'null'))
    if (parsed.success) held.value = parsed.output
  } catch { /* nothing kept that can be read */ }
  watch(held, (value) => { try { storage.set(`peace.${key}`, JSON.stringify(value)) } catch { /* it holds for this tab */ } }, { deep: true })
  return held
}
