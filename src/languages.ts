/** The languages of the course, in the order of their own names, each with the direction it is written in. */
export const languages = { ar: 'rtl', en: 'ltr', es: 'ltr', fr: 'ltr', ru: 'ltr', zh: 'ltr' } as const

/** The code of a language of the course. */
export type Language = keyof typeof languages

/** What each language calls itself. */
export const ownNames: Record<Language, string> = { ar: 'العربية', en: 'English', es: 'Español', fr: 'Français', ru: 'Русский', zh: '中文' }

/** Whether a word is the code of a language of the course. */
export const isLanguage = (code: unknown): code is Language => typeof code === 'string' && Object.hasOwn(languages, code)

/** The code numbers, dates and lists are formatted with: Arabic uses Latin digits everywhere alike, English is British. */
export const formatsOf = (language: string): string => ({ ar: 'ar-u-nu-latn', en: 'en-GB' })[language] ?? language

/** A date as the language writes it, the same in every time zone; Arabic names each month twice, as the United Nations does: تموز/يوليه. */
export function writeDate(date: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  const parts = (locale: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatToParts(date)
  const east = language === 'ar' ? parts('ar-LB-u-nu-latn').find(part => part.type === 'month')?.value : undefined
  const written = parts(formatsOf(language)).map(({ type, value }) => east && type === 'month' && !Number(value) ? `${east}/${value.replace(/يو(ن|ل)يو/, 'يو$1يه')}` : value)
  return written.join('')
}

/** The language of the course that fits a browser's list best; English where none does. */
export function guess(preferred: readonly string[]): Language {
  for (const code of preferred) {
    const short = code.toLowerCase().split('-')[0]
    if (isLanguage(short)) return short
  }
  return 'en'
}
