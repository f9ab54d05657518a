import type { AskOf, Kind, KeyOf } from './types.ts'
import type { Why } from './questionType.ts'

/** A source and the place in it: an article, a paragraph, a page. */
export interface Citation { source: string, place?: string }

/** What every question has, whatever way it asks. */
export interface Question<K extends Kind = Kind> {
  kind: K
  /** `module.name`: it lives for ever. */
  id: string
  prompt: string
  /** A content note, to be read before the question. */
  note?: string
  /** Given one by one. */
  hints: string[]
  /** The objective of the module that it asks about. */
  objective?: string
  sources: Citation[]
  /** Kept for the check before or after the module. */
  check?: 'pre' | 'post'
  ask: AskOf<K>
  key: KeyOf<K>
  why: Why
  /** A hash of key and structure: a mended question can be told from the one that was asked. */
  asked: string
}

/** Whether a question can earn points at all: these ways of asking have no right answer. */
export const hasPoints = ({ kind }: Question): boolean => !['scale', 'reflection', 'scenario'].includes(kind)
