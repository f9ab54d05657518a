import { languages } from '#languages.ts'
import type { Course } from './compileCourse.ts'

const pages = ['review', 'glossary', 'sources', 'my-data', 'about', 'gallery', 'friend', 'teach', 'host'].map(page => `${page}/`)

/** Every page of the site, in every language that has it. */
export function routesOf({ catalogues }: Course): string[] {
  return Object.keys(languages).flatMap((language) => {
    const modules = (catalogues[language]?.modules ?? []).filter(module => !module.lang)
    const own = modules.flatMap(({ id, lessons }) => ['', 'quiz/', 'pre-check/', 'post-check/', 'workshop/', ...lessons.map(lesson => `${lesson.id}/`)].map(rest => `${id}/${rest}`))
    return ['', ...pages, ...own].map(rest => `/${language}/${rest}`)
  })
}
