import { useSSRContext, watchEffect } from 'vue'

interface Head { title: string, description?: string, structured?: object }

/** The page's title, its description, and what machines may know of it; written into the HTML when prerendered. */
export function useHead(head: () => Head): void {
  if (import.meta.env.SSR) Object.assign(useSSRContext() ?? {}, head())
  else watchEffect(() => { document.title = head().title })
}
