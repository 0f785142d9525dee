import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * The identity of a content: SHA-256 (FIPS 180-4, 64 lower-case hex digits) of its canonical JSON
 * (RFC 8785) in UTF-8. Key order and keys holding undefined make no difference; any change of a
 * value, of array order or of a single character does. Text is not normalised: two spellings of
 * the same Unicode letter are two contents.
 *
 * @throws RangeError when the content is not JSON (undefined, a function).
 * @throws Error on NaN and infinite numbers, which JSON cannot hold.
 */
export function canonicalHash(content: unknown): string {
  const json = canonicalize(content);
  if (json === undefined) throw new RangeError('Only JSON values can be hashed.');
  return bytesToHex(sha256(utf8ToBytes(json)));
}
