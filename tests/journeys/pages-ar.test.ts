import { lookAtEveryPage } from '../everyPage.ts'

// In a file of its own, so that it runs beside the English.
lookAtEveryPage('ar')
