'use client';

import { useTranslation } from '@payloadcms/ui';
import { useCallback } from 'react';

import type { english } from './english';

type Words = typeof english;

/** A text with a number has one form for one and one for the others, and is asked for without either. */
type WithoutForm<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other`
  ? Stem
  : K;

/** Every text of ours, as "group:name". */
export type WordKey = {
  [Group in keyof Words]: `${Group}:${WithoutForm<keyof Words[Group] & string>}`;
}[keyof Words];

export type Say = (key: WordKey, values?: Record<string, string | number>) => string;

/** The panel's own texts in the language that the person has chosen, by Payload's translations. */
export function useWords(): { say: Say; language: string } {
  const { t, i18n } = useTranslation<Record<string, unknown>, string>();
  // The same function as long as the language is the same: listeners may keep it.
  const say = useCallback<Say>((key, values) => t(`standfirst:${key}`, values), [t]);
  return {
    say,
    language: regional(i18n.language),
  };
}

/** Dates are written as in the reader's own region, where that speaks the language of the panel. */
function regional(language: string): string {
  const preferred = typeof navigator === 'undefined' ? [] : navigator.languages;
  return preferred.find((each) => each.split('-')[0] === language) ?? language;
}
