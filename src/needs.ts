import type { Content } from '#course/content.ts'
import type { Kind } from '#quiz/types.ts'

/** What a need turned out to be: what the page gets, the kinds of question it shows, whether it has a content note. */
interface Found { meta?: Record<string, unknown>, kinds?: Kind[], careful?: boolean, missing?: boolean }

/** Whether the page stands already and only has to come alive: then questions further down load their faces when they are near. */
const isPrerendered = () => !import.meta.env.SSR && document.documentElement.dataset.ready === undefined && document.querySelector('form[data-question]:not([data-alive])') !== null

const kindsOf = (questions: readonly { kind: Kind }[]): Kind[] => [...new Set(questions.map(question => question.kind))]

async function module(content: Content, language: string, id: string): Promise<Found> {
  const found = (await content.catalogue(language)).modules.find(each => each.id === id && !each.lang)
  return found ? { meta: { module: found } } : { missing: true }
}

const page = (name: 'module' | 'workshop') => async (content: Content, language: string, id: string): Promise<Found> => {
  const found = await content.page(language, id, name)
  return found ? { meta: { page: found }, careful: Boolean(found.note) } : { missing: true }
}

/** How each thing a page may need is brought. */
export const needs = {
  module,
  page: page('module'),
  workshop: page('workshop'),
  catalogue: async (content: Content, language: string): Promise<Found> => ({ meta: { catalogue: await content.catalogue(language) } }),
  async tryOne(content: Content, language: string): Promise<Found> {
    const { tryOne } = await content.catalogue(language)
    return tryOne ? { kinds: [tryOne.kind], careful: Boolean(tryOne.note) } : {}
  },
  async lesson(content: Content, language: string, id: string, name: string): Promise<Found> {
    const first = await content.lesson(language, id, name)
    const lesson = first && 'parts' in first && !isPrerendered() ? await content.whole(first) : first
    return lesson && 'parts' in lesson ? { meta: { lesson }, kinds: isPrerendered() ? lesson.kinds.slice(0, 1) : lesson.kinds, careful: Boolean(lesson.careful) } : { missing: true }
  },
  async bank(content: Content, language: string, id: string): Promise<Found> {
    const bank = await content.bank(language, id)
    return bank ? { meta: { bank }, kinds: kindsOf(bank.questions), careful: bank.questions.some(question => question.note) } : { missing: true }
  },
  async glossary(content: Content, language: string): Promise<Found> {
    const glossary = await content.glossary(language)
    return glossary ? { meta: { glossary } } : { missing: true }
  },
  async sources(content: Content, language: string): Promise<Found> {
    const sources = await content.sources(language)
    return sources ? { meta: { sources } } : { missing: true }
  },
  async gallery(content: Content, language: string): Promise<Found> {
    const gallery = await content.gallery(language)
    return gallery ? { meta: { gallery }, kinds: kindsOf(gallery) } : { missing: true }
  },
}

/** The name of something a page may need. */
export type Need = keyof typeof needs
