import { languages } from '#languages.ts'
import type { Course } from './compileCourse.ts'

/** Every page of the site, in every language that has it. */
export function routesOf({ catalogues }: Course): string[] {
  return Object.keys(languages).flatMap((language) => {
    const modules = (catalogues[language]?.modules ?? []).filter(module => !module.lang)
    return [`/${language}/`, ...modules.flatMap(module => module.lessons.map(lesson => `/${language}/${module.id}/${lesson.id}/`))]
  })
}
