import type { StoryOrigin } from './ParsedStory';

const LONGEST = 300;
const OPENING = /^\W*(copyright\b|©|\(c\))/i;
const SIGN_OR_YEAR = /©|\(c\)|\b(19|20)\d\d\b|all rights reserved/i;
const RIGHTS =
  /\b(all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\b\.?/gi;

/**
 * Reads a copyright line: "Copyright ©2025 All rights reserved | Example News", "© 2024 Example
 * Press Ltd. All rights reserved." Returns null for any other text, such as a sentence about
 * copyright.
 */
export function readCopyright(text: string): StoryOrigin | null {
  if (text.length > LONGEST) return null;
  const isLine = OPENING.test(text) && SIGN_OR_YEAR.test(text);
  const isRights = text.replace(RIGHTS, '').trim() === '' && text.trim() !== '';
  if (!isLine && !isRights) return null;
  const year = /\b(19|20)\d\d\b(?!.*\b(19|20)\d\d\b)/.exec(text)?.[0];
  return {
    publisher: publisherIn(text),
    copyrightLine: text,
    copyrightYear: year === undefined ? null : Number(year),
  };
}

function publisherIn(text: string): string | null {
  const rest = text
    .replace(RIGHTS, '|')
    .replace(/copyright|©|\(c\)/gi, ' ')
    .replace(/\b(19|20)\d\d\b(\s*[-–]\s*(19|20)?\d\d\b)?/g, ' ');
  const parts = rest
    .split(/[|·•]|\.\s/)
    .map((part) => part.replace(/^[\s,:;.–—-]+(by\s+)?|^\s*by\s+|[\s,:;.–—-]+$/gi, ''));
  return parts.find((part) => /\p{L}{2}/u.test(part)) ?? null;
}
