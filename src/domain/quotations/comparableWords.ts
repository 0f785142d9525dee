import { foldText, type FoldedText } from '../quotes/foldText';

/**
 * A text in the form in which the same words are the same string: marks, dashes, spaces and a last
 * comma or stop are the writer's.
 */
export function comparableWords(text: string | FoldedText): string {
  return (typeof text === 'string' ? foldText(text) : text).text
    .replace(/^[' ]+|[' ]+$/g, '')
    .replace(/(?<!\.)[.,]$/, '');
}
