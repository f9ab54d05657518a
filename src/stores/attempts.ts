import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { Attempt } from '#quiz/attempt.ts'
import { useLearner } from './learner.ts'

/** Questions that are being answered in this tab, by id: they outlive a change of language, and go with the learner whose they are. */
export const useAttempts = defineStore('attempts', () => {
  const learner = useLearner()
  const open = ref<Record<string, Attempt>>({})
  watch(() => learner.whose, (_now, before) => { if (before) open.value = {} }, { flush: 'sync' })
  return {
    of: (id: string): Attempt | undefined => open.value[id],
    keep: (id: string, attempt: Attempt | undefined) => { if (attempt) open.value[id] = attempt },
  }
})
