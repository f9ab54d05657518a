import type { Citation, Question } from '#quiz/question.ts'
import type { Kind } from '#quiz/types.ts'

/** Words inside a sentence: text, or a mark around more of it. */
export type Inline =
  | string
  | { strong: Inline[] }
  | { em: Inline[] }
  | { link: string, of: Inline[] }
  | { term: string, of: Inline[] }
  | { cite: number, place?: string }
  | { figure: string, counts: string }

/** What stands below a heading, in reading order. */
export type Block =
  | { p: Inline[] }
  | { h2: Inline[] }
  | { h3: Inline[] }
  | { list: Inline[][], ordered: boolean }
  | { pull: Inline[] }
  | { note: Block[] }
  | { careful: Block[], then: Block[] }
  | { compare: { title: Inline[], of: Block[] }[] }
  | { quote: Block[], cite: number, place?: string }
  | { question: Question }
  | { timeline: Timeline }
  | { table: Table }
  | { picture: Picture }

/** Things in the order of time. */
export interface Timeline { id: string, caption: string, items: { id: string, when: string, text: string }[], sources: Citation[] }
/** Rows and columns, with a caption. */
export interface Table { id: string, caption: string, columns: { id: string, text: string }[], rows: { id: string, cells: Record<string, string> }[], sources: Citation[] }
/** A drawing or a chart of bars, and the sentence that stands for it. */
export interface Picture { id: string, alt: string, caption: string, picture?: string, bars?: Bar[], sources: Citation[] }
/** One bar: its length is a share of the longest, its value is written out. */
export interface Bar { id: string, text: string, share: number, value: string }

/** A stretch of a lesson that is read in one go; the first has no title of its own. */
export interface Part { id: string, title: Inline[], blocks: Block[] }

/** What somebody can do after the lesson. */
export interface Objective { id: string, text: string }

/** A source as it is shown: `lang` says in which language the title is, where it is not the page's. */
export interface ShownSource { id: string, title: string, lang?: string, symbol?: string, date: string, link: string, unit: string }

/** A source and every lesson that cites it. */
export interface SourceUse extends ShownSource { usedIn: { path: string, title: string }[] }

/** A term of the glossary and what it means. */
export interface Term { id: string, term: string, definition?: string }

/** How a translation stands to the English it was made from. */
export type Freshness = 'complete' | 'stale'

/** A lesson, ready to be read in one language. */
export interface Lesson {
  id: string
  module: string
  lang: string
  title: string
  summary: string
  minutes: number
  note?: string
  /** Whether a content note stands anywhere in it. */
  careful?: true
  version: number
  checked: string
  freshness: Freshness
  objectives: Objective[]
  short: string
  shortAsks: string
  parts: Part[]
  /** In the order they are cited: citation 1 is the first. */
  sources: ShownSource[]
  terms: Term[]
  kinds: Kind[]
  /** Where it stands in its module, from 1. */
  at: number
  of: number
  moduleTitle: string
  dye: string
  next: { module: string, lesson: string, title: string } | null
  /** The file of the rest of it, where that has not come yet: see `parted.ts`. */
  more?: string
}

/** A page of prose without questions: what a module is, how a workshop runs. */
export interface Page { title: string, summary: string, note?: string, minutes?: number, needs?: string[], terms: Term[], blocks: Block[], sources: ShownSource[], freshness: Freshness }

/** The questions of a module in one language, lessons' and bank's. */
export interface Bank { module: string, lang: string, questions: Question[], lessons: Record<string, string[]>, sources: ShownSource[], freshness: Freshness }

/** What a list of modules needs to know of each. */
export interface CatalogueModule {
  /** The language of these words, where it is not the page's: the module is not translated yet. */
  lang?: string
  id: string, title: string, summary: string, dye: string, objectives: Objective[], lessons: { id: string, title: string, summary: string, minutes: number, note?: string }[] }

/** The modules of a language, and the file of each piece of the course. */
export interface Catalogue {
  lang: string
  modules: CatalogueModule[]
  /** A question to try on the first visit. */
  tryOne: Question | null
  files: Record<string, string>
}

/** Every question of a run of blocks, in reading order. */
export const questionsOf = (blocks: readonly Block[]): Question[] => blocks.flatMap((block) => {
  if ('question' in block) return [block.question]
  if ('careful' in block) return questionsOf(block.then)
  return []
})
