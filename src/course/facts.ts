import { array, number, object, optional, picklist, record, string, tuple, union, type InferOutput } from 'valibot'

/** A source: what is cited, where it stands, and how binding it is. */
export const SourceFact = object({
  title: string(),
  symbol: optional(string()),
  date: string(),
  link: string(),
  unit: picklist(['article', 'paragraph', 'page', 'section', 'chapter']),
  binds: picklist(['treaty', 'declaration', 'guidance', 'law', 'judgment', 'study', 'record']),
})
/** A figure that ages: its value, its day, and who is counted. */
export const FigureFact = object({
  value: number(),
  style: picklist(['number', 'millions', 'percent']),
  decimals: optional(number()),
  asOf: string(),
  source: string(),
  counts: string(),
})
/** A module: its dye, its lessons and objectives in their order. */
export const ModuleFact = object({
  id: string(),
  dye: picklist(['indigo', 'madder', 'weld', 'sage', 'plum', 'teal']),
  lessons: array(string()),
  objectives: array(string()),
})
const Six = object({ en: string(), ar: string(), zh: string(), fr: string(), ru: string(), es: string(), at: optional(tuple([number(), number()])) })

/** All that is written once for every language. */
export const Facts = object({
  modules: array(ModuleFact),
  sources: record(string(), SourceFact),
  figures: record(string(), FigureFact),
  states: record(string(), Six),
  retired: array(string()),
})
/** See `Facts`. */
export type Facts = InferOutput<typeof Facts>
/** See `FigureFact`. */
export type Figure = InferOutput<typeof FigureFact>
/** See `ModuleFact`. */
export type ModuleFacts = InferOutput<typeof ModuleFact>

/** The words of a language that stand beside its lessons. */
export const Beside = object({
  glossary: record(string(), object({ term: string(), definition: optional(string()), source: optional(string()) })),
  sources: record(string(), string()),
  /** Who is counted in a figure, in this language. */
  figures: record(string(), string()),
})
/** See `Beside`. */
export type Beside = InferOutput<typeof Beside>

/** A citation as an author writes it: one, or several. */
export const Cited = union([string(), array(string())])

