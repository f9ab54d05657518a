import { createI18n } from 'vue-i18n'
import { formatsOf, languages, writeDate, type Language } from '#languages.ts'

/** Rooms of the app, each with its own words: `app` stands on every page. */
export type Room = 'app' | 'student' | 'teach' | 'workshop'

const files = import.meta.glob<{ default: Record<string, unknown> }>('/locales/*/interface/*.json')

/** The plural forms a message lists, in the order `Intl.PluralRules` of the language counts them. */
const forms: Record<Language, readonly Intl.LDMLPluralRule[]> = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'], en: ['one', 'other'], es: ['one', 'other'], fr: ['one', 'other'], ru: ['one', 'few', 'many'], zh: ['other'],
}

/** Which form of a message fits a count: of forms that the message leaves out, the last it has. */
export function pluralRule(language: Language) {
  const rules = new Intl.PluralRules(language)
  return (count: number, choices: number) => {
    const at = forms[language].indexOf(rules.select(count))
    return Math.min(at < 0 ? choices - 1 : at, choices - 1)
  }
}

/** The interface's words, none loaded yet. */
export function makeWords() {
  const codes = Object.keys(languages) as Language[] // keys of our own list
  return createI18n({
    legacy: false, locale: 'en', fallbackLocale: [], missingWarn: false, fallbackWarn: false, messages: {},
    pluralRules: Object.fromEntries(codes.map(code => [code, pluralRule(code)])),
    numberFormats: {}, datetimeFormats: {},
  })
}

/** The words of a page: see `makeWords`. */
export type Words = ReturnType<typeof makeWords>

/** Load the words of these rooms in a language; `into` is the page's own composer. */
export async function loadRooms(into: Pick<Words['global'], 'mergeLocaleMessage' | 'te'>, language: Language, rooms: readonly Room[]): Promise<void> {
  await Promise.all(rooms.map(async (room) => {
    if (into.te(`${room}.loaded`, language)) return
    const file = files[`/locales/${language}/interface/${room}.json`]
    if (!file) throw new Error(`words: there are no words for ${room} in ${language}`)
    into.mergeLocaleMessage(language, { ...(await file()).default, [room]: { loaded: 'yes' } })
  }))
}

/** Load the words of these rooms in a language, then speak it. */
export async function speak(words: Words, language: Language, rooms: readonly Room[]): Promise<void> {
  await loadRooms(words.global, language, rooms)
  words.global.locale.value = language as never // its type knows only the languages given at creation
}

/** A number as the language writes it. */
export const number = (value: number, language: string): string => new Intl.NumberFormat(formatsOf(language)).format(value)

/** A day as the language writes it: year, month and day. */
export const day = (at: number | string, language: string): string =>
  writeDate(new Date(at), language, { year: 'numeric', month: 'long', day: 'numeric' })
