/// <reference types="vite/client" />

/** Whether this is the one HTML file that opens from a stick. */
declare const __SINGLE__: boolean
/** What this build is called. */
declare const __BUILD__: string

declare module 'virtual:catalogue/*' {
  import type { Catalogue } from '#course/lesson.ts'

  const catalogue: Catalogue
  export default catalogue
}
