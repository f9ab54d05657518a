import { inject, provide, type InjectionKey } from 'vue'
import type { ShownSource, Term } from './lesson.ts'

/** What the marks in a text point to. */
export interface Reader { terms: readonly Term[], sources: readonly ShownSource[] }

const key: InjectionKey<() => Reader> = Symbol('reader')

/** Give the text below its terms and sources. */
export const provideReader = (reader: () => Reader): void => { provide(key, reader) }

/** The terms and sources of the text around; none where nobody gave them. */
export const useReader = (): (() => Reader) => inject(key, () => ({ terms: [], sources: [] }))
