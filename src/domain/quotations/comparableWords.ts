import { foldText } from '../quotes/foldText';

/**
 * A text in the form in which the same words are the same string: marks, dashes, spaces and a last
 * comma or stop are the writer's.
 */
export function comparableWords(text: string): string {
  return foldText(text)
    .text.replace(/^[' ]+|[' ]+$/g, '')
    .replace(/(?<!\.)[.,]$/, '');
}
