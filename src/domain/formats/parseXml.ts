import { XMLParser, XMLValidator } from 'fast-xml-parser';

import type { SourceProblem } from './SourceStory';

/** An element of XML: its attributes under "@name", its text under "#text", its children by name. */
export interface XmlElement {
  [name: string]: XmlElement | XmlElement[] | string | undefined;
}

/**
 * Parses XML without its prefixes' meaning, since feeds keep to the usual ones. `raw` names the
 * elements whose inside is kept as written; `withoutPrefixes` drops the prefixes of all names, for
 * formats of one vocabulary. Documents that declare entities of their own are
 * refused: no story needs them, and they can be made to fill the memory.
 */
export function parseXml(
  text: string,
  {
    raw = [],
    withoutPrefixes = false,
  }: { raw?: readonly string[]; withoutPrefixes?: boolean } = {},
): { ok: true; root: XmlElement } | { ok: false; problem: SourceProblem } {
  if (/<!ENTITY/i.test(text)) {
    const message = 'It declares entities of its own, which is not accepted: take them out.';
    return { ok: false, problem: { message } };
  }
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { msg, line } = valid.err;
    return malformed(msg, `line ${line}`);
  }
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: withoutPrefixes,
    parseTagValue: false,
    parseAttributeValue: false,
    stopNodes: raw.map((name) => `*.${name}`),
    processEntities: true,
    htmlEntities: true,
  });
  try {
    return { ok: true, root: parser.parse(text) as XmlElement };
  } catch (error) {
    // The validator lets through what the parser does not, an unclosed comment at the end for one.
    return malformed((error as Error).message);
  }
}

const LONGEST_REASON = 200;

function malformed(reason: string, place?: string): { ok: false; problem: SourceProblem } {
  // The parser names every element that was never closed.
  const message = `It is not well-formed XML: ${reason.slice(0, LONGEST_REASON)}`;
  return { ok: false, problem: { ...(place ? { place } : {}), message } };
}

/** Every child with this name; XML parsers give one alone without a list. */
export function all(element: XmlElement | undefined, name: string): XmlElement[] {
  const found = element?.[name];
  if (found === undefined) return [];
  const list = Array.isArray(found) ? found : [found];
  return list.map((each) => (typeof each === 'string' ? { '#text': each } : each));
}

/** The element at a path of names, of several the first. */
export function at(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((inside, name) => all(inside, name)[0], element);
}

/** The text of the element at a path, trimmed; null for none. */
export function textAt(element: XmlElement | undefined, ...path: string[]): string | null {
  const text = at(element, ...path)?.['#text'];
  return typeof text === 'string' ? text.trim() || null : null;
}

export function attribute(element: XmlElement | undefined, name: string): string | null {
  const value = element?.[`@${name}`];
  return typeof value === 'string' ? value.trim() || null : null;
}
