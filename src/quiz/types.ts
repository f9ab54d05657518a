import type { InferOutput } from 'valibot'
import * as choice from './choice/choice.ts'
import * as choices from './choices/choices.ts'
import * as claim from './claim/claim.ts'
import * as gap from './gap/gap.ts'
import * as highlight from './highlight/highlight.ts'
import * as match from './match/match.ts'
import * as number from './number/number.ts'
import * as order from './order/order.ts'
import * as place from './place/place.ts'
import type { QuestionType } from './questionType.ts'
import * as reflection from './reflection/reflection.ts'
import * as scale from './scale/scale.ts'
import * as scenario from './scenario/scenario.ts'
import * as sort from './sort/sort.ts'
import * as text from './text/text.ts'
import * as weigh from './weigh/weigh.ts'

/** Every way of asking. A new one is a folder, its name here and its name in `views.ts`. */
export const types = { choice, choices, claim, match, order, sort, gap, text, number, highlight, place, scale, scenario, weigh, reflection }

type Types = typeof types

/** The name of a way of asking. It lives for ever: progress, links and cards carry it. */
export type Kind = keyof Types

/** What the learner is shown. */
export type AskOf<K extends Kind> = InferOutput<Types[K]['written']>['ask']
/** What only the scorer is handed. */
export type KeyOf<K extends Kind> = InferOutput<Types[K]['written']>['key']
/** What the learner gives back. */
export type ReplyOf<K extends Kind> = InferOutput<Types[K]['reply']>

/** Each module above keeps the contract: the compiler says which does not. */
type Contract = { [K in Kind]: QuestionType<AskOf<K>, KeyOf<K>, ReplyOf<K>> }
types satisfies Contract

/** Whether a word names a way of asking. */
export const isKind = (word: string): word is Kind => Object.hasOwn(types, word)
