import type { Citation } from '#quiz/question.ts'
import type { Beside, Facts } from './facts.ts'
import { formatsOf, writeDate } from '#languages.ts'
import type { ShownSource, Term } from './lesson.ts'
import { Mistake } from './mistake.ts'

/** What is gathered while one file is read: its sources in order, its terms, its mistakes. */
export interface Reading {
  lang: string
  facts: Facts
  /** A mistake in this file. */
  wrong: (line: number, says: string) => void
  /** Note a citation; its number on the page. */
  cite: (citation: Citation, line: number) => number
  /** Note a term; what the glossary calls it. */
  term: (id: string, line: number) => string
  /** A figure as it is printed, and who is counted. */
  figure: (id: string, line: number) => { text: string, counts: string }
  sources: ShownSource[]
  terms: Term[]
}

/** Begin reading a file. */
export function beginReading(file: string, lang: string, facts: Facts, beside: { own: Beside, english: Beside }, mistakes: Mistake[]): Reading {
  const wrong = (line: number, says: string) => { mistakes.push(new Mistake(file, line, says)) }
  const sources: ShownSource[] = []
  const terms: Term[] = []
  return {
    lang, facts, wrong, sources, terms,
    cite({ source }, line) {
      const known = facts.sources[source]
      if (!known) wrong(line, `there is no source ${source}: add it to src/course/facts/sources.json or mend the id`)
      const at = sources.findIndex(each => each.id === source)
      if (at >= 0) return at + 1
      const title = beside.own.sources[source]
      sources.push({
        id: source,
        title: title ?? known?.title ?? source,
        ...(!title && lang !== 'en' && { lang: 'en' }),
        ...(known?.symbol && { symbol: known.symbol }),
        date: known?.date ?? '', link: known?.link ?? '', unit: known?.unit ?? 'page',
      })
      return sources.length
    },
    term(id, line) {
      const own = beside.own.glossary[id]
      if (!beside.english.glossary[id]) wrong(line, `there is no term ${id}: add it to locales/en/glossary.json or mend the id`)
      else if (!beside.english.glossary[id].definition) wrong(line, `the term ${id} has no definition yet: write one in locales/en/glossary.json`)
      else if (!own?.definition) wrong(line, `the term ${id} has no definition in this language: write one in locales/${lang}/glossary.json`)
      if (!terms.some(each => each.id === id)) terms.push({ id, term: own?.term ?? id, ...(own?.definition && { definition: own.definition }) })
      return own?.term ?? id
    },
    figure(id, line) {
      const known = facts.figures[id]
      if (known) return { text: `${formatFigure(known, lang)} (${formatDay(known.asOf, lang)})`, counts: lang === 'en' ? known.counts : beside.own.figures[id] ?? '' }
      wrong(line, `there is no figure ${id}: add it to src/course/facts/figures.json or mend the id`)
      return { text: id, counts: '' }
    },
  }
}

/** A figure's value as the language writes it. */
export function formatFigure({ value, style, decimals }: Facts['figures'][string], lang: string): string {
  const digits = { maximumFractionDigits: decimals ?? 1, minimumFractionDigits: 0 }
  if (style === 'percent') return new Intl.NumberFormat(formatsOf(lang), { style: 'percent', ...digits }).format(value / 100)
  if (style === 'millions') return new Intl.NumberFormat(formatsOf(lang), { notation: 'compact', compactDisplay: 'long', ...digits }).format(value)
  return new Intl.NumberFormat(formatsOf(lang), digits).format(value)
}

/** A year, a month or a day as the language writes it. */
export function formatDay(day: string, lang: string): string {
  const [year, month, date] = day.split('-')
  if (!month) return year ?? day
  return writeDate(new Date(`${day.padEnd(10, '-01')}T00:00:00Z`), lang, { year: 'numeric', month: 'long', ...(date && { day: 'numeric' }) })
}

/** A citation as an author writes it: the source's id, then the place. */
export function readCitation(text: string): Citation {
  const [source = '', ...place] = text.trim().split(/\s+/)
  return place.length ? { source, place: place.join(' ') } : { source }
}
