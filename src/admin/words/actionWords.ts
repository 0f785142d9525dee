import type { ActionWords } from '../../domain/workflow/ActionDefinition';
import { actionTable, type ActionName, type NextAction } from '../../domain/workflow/actionTable';

type Language = 'en' | 'de';

/** One of the words of every action, out of their definitions. */
export function actionWords(
  language: Language,
  word: keyof ActionWords,
): Record<ActionName, string> {
  const entries = actionTable.map(({ name, words }) => [name, words[language][word]]);
  return Object.fromEntries(entries) as Record<ActionName, string>;
}

/** Whom an article waits for. */
export function waitingWords(language: Language): Record<NextAction, string> {
  const entries = actionTable.flatMap(({ name, panel }) =>
    panel?.next ? [[name, panel.next.waits[language]]] : [],
  );
  return Object.fromEntries(entries) as Record<NextAction, string>;
}
